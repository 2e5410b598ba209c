import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * GitHub's form schema, as far as these forms use it:
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
const words = z.string().min(1);
const id = z.string().regex(/^[\w-]+$/);
const validations = z.strictObject({ required: z.boolean() }).optional();
const described = { label: words, description: words.optional() };

const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: words }) }),
  z.strictObject({
    type: z.literal('input'),
    id,
    attributes: z.strictObject({ ...described, placeholder: words.optional(), value: words.optional() }),
    validations,
  }),
  z.strictObject({
    type: z.literal('textarea'),
    id,
    attributes: z.strictObject({
      ...described,
      placeholder: words.optional(),
      value: words.optional(),
      render: words.optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    id,
    attributes: z.strictObject({
      ...described,
      options: z.array(z.strictObject({ label: words, required: z.boolean().optional() })).min(1),
    }),
  }),
]);

const isUnique = (values: readonly string[]) => new Set(values).size === values.length;

const form = z.strictObject({
  name: z.string().min(3),
  description: z.string().min(3).max(200),
  title: words.optional(),
  labels: z.array(words).optional(),
  body: z
    .array(element)
    .min(1)
    .refine((body) => body.some(({ type }) => type !== 'markdown'), 'asks for nothing')
    .refine(
      (body) => isUnique(body.flatMap((field) => ('id' in field ? field.id : []))),
      'an id is used twice',
    )
    .refine(
      (body) =>
        isUnique(body.flatMap((field) => ('label' in field.attributes ? field.attributes.label : []))),
      'a label is used twice',
    ),
});

const config = z.strictObject({
  blank_issues_enabled: z.boolean(),
  contact_links: z.array(z.strictObject({ name: words, url: z.url(), about: words })).optional(),
});

const folder = '.github/ISSUE_TEMPLATE';
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const forms = globSync(`${folder}/*.yml`).filter((path) => !path.endsWith('config.yml'));

describe('the issue forms', () => {
  test.each(forms)('%s has the shape that GitHub accepts', (path) => {
    expect(form.safeParse(read(path)).error?.issues).toBeUndefined();
  });

  test('are configured as GitHub accepts', () => {
    expect(config.safeParse(read(`${folder}/config.yml`)).error?.issues).toBeUndefined();
  });

  test('ask for the address and the inspection of a feed that breaks', () => {
    const { body } = form.parse(read(`${folder}/feed-breaks.yml`));
    const required = body.filter((field) => 'validations' in field && field.validations?.required === true);
    expect(required.map((field) => 'id' in field && field.id)).toEqual(['address', 'expected', 'inspect']);
    expect(JSON.stringify(body)).toContain('npm run -s inspect -- ADDRESS');
  });
});
