import { graphql } from "relay-runtime";

// What Relay asks of a schema: an account by its id, a list that grows, an edge that is put into it.
export const page = graphql`
  query ClientListQuery($account: ID!) {
    account(id: $account) {
      id
      ...ClientList_account
    }
  }
`;

export const list = graphql`
  fragment ClientList_account on Account @refetchable(queryName: "ClientListMoreQuery") @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    providerName
    clients(first: $first, after: $after) @connection(key: "ClientList_clients") {
      totalCount
      edges {
        node {
          id
          ...ClientList_client
        }
      }
    }
  }
`;

export const row = graphql`
  fragment ClientList_client on Client @refetchable(queryName: "ClientListRowQuery") {
    lastName
    firstName
    version
  }
`;

export const add = graphql`
  mutation ClientListAddMutation($account: ID!, $input: ClientInput!, $connections: [ID!]!) {
    addClient(account: $account, input: $input) {
      client @appendNode(connections: $connections, edgeTypeName: "ClientEdge") {
        ...ClientList_client
      }
    }
  }
`;
