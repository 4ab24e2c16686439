import { ruleNames, type Terms, termsSchema } from './terms.ts'

/** What a new document needs to know of its body. */
export interface TermsBody {
  readonly name: string
  readonly slug: string
  /** A code of the list 'body-kind'. */
  readonly kind: string
}

/** Terms that say nothing yet, for a body that has none; undefined where the format knows no such kind of body. */
export function emptyTerms({ name, slug, kind }: TermsBody, from: Temporal.PlainDate): Terms | undefined {
  const silent = { status: 'not-stated', value: null, source: null }
  const parsed = termsSchema.safeParse({
    ...Object.fromEntries(ruleNames.map((rule) => [rule, silent])),
    format: 'goldenthread-terms/1',
    key: `terms_${slug.replaceAll('-', '_')}`.slice(0, 60),
    family: null,
    body: { name, slug, kind },
    version: 'First version',
    from: from.toString(),
    until: null,
    sources: [{ id: 'terms', kind: 'terms', title: `Terms of reference of the ${name}`.slice(0, 300), date: null }],
    groups: [],
    seats: [],
  })
  return parsed.success ? parsed.data : undefined
}
