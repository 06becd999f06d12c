import type { GraphQLArgument, GraphQLField, GraphQLInputField } from "graphql";
import { t } from "../../text";
import { TypeLink } from "./TypeLink";

interface Props {
  field: GraphQLField<unknown, unknown> | GraphQLInputField;
  onOpen: (name: string) => void;
}

export function FieldDocs({ field, onOpen }: Props) {
  const args = "args" in field ? field.args : [];
  return (
    <li className="py-2">
      <span translate="no" className="font-mono font-semibold">
        {field.name}
      </span>{" "}
      <TypeLink type={String(field.type)} onOpen={onOpen} />
      <p translate="no" className="text-ink-muted">
        {field.description}
      </p>
      {args.length > 0 && <Arguments args={args} onOpen={onOpen} />}
    </li>
  );
}

function Arguments({ args, onOpen }: { args: readonly GraphQLArgument[]; onOpen: (name: string) => void }) {
  return (
    <dl aria-label={t("Arguments")} className="mt-1 flex flex-col gap-1 border-l-2 border-line pl-3">
      {args.map(({ name, type, description }) => (
        <div key={name}>
          <dt>
            <span translate="no" className="font-mono">
              {name}
            </span>{" "}
            <TypeLink type={String(type)} onOpen={onOpen} />
          </dt>
          <dd translate="no" className="text-sm text-ink-muted">
            {description}
          </dd>
        </div>
      ))}
    </dl>
  );
}
