import type { OpenAPIObject } from '@nestjs/swagger';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

type Schema = Readonly<Record<string, unknown>>;
type Body = { readonly properties?: Readonly<Record<string, Schema>> };
type Bodies = Readonly<Record<string, Body>>;

/** What a client has to know before it sends; types and formats stand in the document already. */
const LIMITS = ['minItems', 'maxItems', 'uniqueItems', 'minLength', 'maxLength', 'minimum', 'maximum'];

/** The document with what the validators ask for: read from their decorators, so that nobody writes a limit twice. What the document says already stays. */
export function withLimits(document: OpenAPIObject): OpenAPIObject {
  const asked = validationMetadatasToSchemas() as Bodies;
  const schemas = Object.entries((document.components?.schemas ?? {}) as Bodies).map(([name, body]): [string, Body] => {
    if (body.properties === undefined) return [name, body];
    const properties = Object.entries(body.properties).map(([property, own]): [string, Schema] => [property, limitsOf(own, asked[name]?.properties?.[property])]);
    return [name, { ...body, properties: Object.fromEntries(properties) }];
  });
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}

function limitsOf(own: Schema, asked: Schema = {}): Schema {
  if ('$ref' in own || 'allOf' in own) return own;
  const limits = LIMITS.filter((name) => name in asked && !(name in own)).map((name) => [name, asked[name]]);
  const items = 'items' in own && 'items' in asked ? { items: limitsOf(own['items'] as Schema, asked['items'] as Schema) } : {};
  return { ...own, ...(Object.fromEntries(limits) as Schema), ...items };
}
