// Replaced as soon as the API has its subscription.
export function follow(): () => void {
  return () => undefined;
}
