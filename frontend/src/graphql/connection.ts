export const connection = { url: "/graphql", fetchSubscriptions: true, preferGetMethod: false } as const;
