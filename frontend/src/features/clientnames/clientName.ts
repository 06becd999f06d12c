// What every section that shows clients sees of one.
export interface ClientName {
  id: string;
  number: number;
  displayName: string;
}
