import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from "graphql";

// A type or a field of one, found by a word.
export interface Hit {
  type: string;
  field?: string;
  description: string;
}

const most = 40;

// Names that begin with the word come first, then those that hold it, then descriptions that do.
export function searchSchema(schema: GraphQLSchema, word: string): Hit[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return [];
  const rank = ({ type, field, description }: Hit) => {
    const name = (field ?? type).toLowerCase();
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return description.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return entriesOf(schema)
    .map((hit) => ({ hit, rank: rank(hit) }))
    .filter((ranked) => ranked.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ hit }) => hit);
}

function entriesOf(schema: GraphQLSchema): Hit[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => {
      const fields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
      const own: Hit = { type: type.name, description: type.description ?? "" };
      return [own, ...fields.map((field): Hit => ({ type: type.name, field: field.name, description: field.description ?? "" }))];
    });
}
