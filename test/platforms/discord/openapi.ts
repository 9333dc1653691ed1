import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const DOCUMENT = resolve(import.meta.dirname, '../../../../shared/data/discord-openapi.json');

type Check = (method: string, path: string, body: unknown) => readonly string[];

/** What Discord's own OpenAPI document has against a request; nothing where the document does not lie beside the repository. */
export function openApiCheck(): Check {
  if (!existsSync(DOCUMENT)) return () => [];
  const document: { readonly paths: Readonly<Record<string, object>> } = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false, inlineRefs: false });
  ajv.addSchema({ $id: 'discord', ...document });
  const compiled = new Map<string, ValidateFunction | undefined>();
  const templates = Object.keys(document.paths)
    .map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`) }))
    .sort((one, other) => variables(one.template) - variables(other.template));

  return (method, path, body) => {
    const template = templates.find(({ pattern }) => pattern.test(path))?.template;
    if (template === undefined) return [`${path} is no path of the API`];
    const key = `#/paths/${pointer(template)}/${method.toLowerCase()}/requestBody/content/${pointer('application/json')}/schema`;
    if (!compiled.has(key)) compiled.set(key, body === undefined ? undefined : ajv.compile({ $ref: `discord${key}` }));
    const validate = compiled.get(key);
    if (validate === undefined || validate(asDocumented(body))) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `OpenAPI: ${instancePath} ${message}`);
  };
}

/** The document has permissions as numbers; Discord's reference has them as text, and that counts where they differ. */
const asDocumented = (body: unknown): unknown =>
  Array.isArray(body)
    ? body.map((each) =>
        /^\d+$/.test(each?.default_member_permissions ?? '')
          ? { ...each, default_member_permissions: Number(each.default_member_permissions) }
          : each,
      )
    : body;

const variables = (template: string): number => template.split('{').length;
const pointer = (text: string): string => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));
