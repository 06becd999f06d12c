import type { GraphQLSchema } from "graphql";
import { t } from "../../text";
import { TypeLink } from "./TypeLink";

interface Props {
  schema: GraphQLSchema;
  onOpen: (name: string) => void;
}

// Where every operation begins.
export function SchemaRoots({ schema, onOpen }: Props) {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-muted">{t("Begin with one of these, or search.")}</p>
      <ul className="flex flex-col gap-2">
        {roots.map(({ name, description }) => (
          <li key={name}>
            <TypeLink type={name} onOpen={onOpen} />
            <p translate="no" className="text-ink-muted">
              {description}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
