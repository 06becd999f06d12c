import { type GraphQLNamedType, type GraphQLSchema, isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { t } from "../../text";
import { FieldDocs } from "./FieldDocs";
import { TypeLink } from "./TypeLink";

interface Props {
  schema: GraphQLSchema;
  name: string;
  onOpen: (name: string) => void;
}

export function TypeDocs({ schema, name, onOpen }: Props) {
  const type = schema.getType(name);
  if (!type) return <p>{t("There is no such type.")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <h3 translate="no" className="font-mono text-lg font-semibold">
        {name}
      </h3>
      {type.description && <p translate="no">{type.description}</p>}
      <Members type={type} onOpen={onOpen} />
      {isAbstractType(type) && (
        <p>
          {t("It is one of:")}{" "}
          {schema.getPossibleTypes(type).map((possible) => (
            <span key={possible.name} className="mr-2">
              <TypeLink type={possible.name} onOpen={onOpen} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function Members({ type, onOpen }: { type: GraphQLNamedType; onOpen: (name: string) => void }) {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    return (
      <ul className="flex flex-col divide-y divide-line">
        {Object.values(type.getFields()).map((field) => (
          <FieldDocs key={field.name} field={field} onOpen={onOpen} />
        ))}
      </ul>
    );
  }
  if (!isEnumType(type)) return null;
  return (
    <ul className="flex flex-col gap-2">
      {type.getValues().map(({ name, description }) => (
        <li key={name} translate="no">
          <span className="font-mono">{name}</span>
          <p className="text-ink-muted">{description}</p>
        </li>
      ))}
    </ul>
  );
}
