import type { FieldProblem, Result } from '#platform/result.ts'
import type { PageLink } from '#platform/web/page.tsx'
import { changeTermsDraft } from '../../commands/terms-draft.ts'
import { termsGuidePath, termsVersionPath } from '../../paths.ts'
import { findTermsVersion, type TermsVersion } from '../../queries/terms.ts'
import type { Terms } from '../../rules/terms/terms.ts'
import { toTerms } from '../crumbs.ts'
import { type Asked, known } from '../endpoint.tsx'
import { mapped } from '../outcome.ts'

/** What a section of the guided form was answered with. */
export interface SectionInput {
  readonly version: number
  readonly change: (terms: Terms) => Result<Terms, FieldProblem>
}

/** The draft that an address names. @throws NotFound where it is none, or none any more */
export async function draftOf(asked: Asked): Promise<TermsVersion> {
  const found = known(await findTermsVersion(asked.reader, asked.body.id, asked.number('number')))
  return known(found.state === 'draft' ? found : undefined)
}

/** The way to the guided form of a draft. */
export function toGuide(asked: Asked, number: number): readonly PageLink[] {
  const { slug } = asked.body
  return [
    ...toTerms(asked.body),
    { text: `Version ${number}`, href: termsVersionPath(slug, number) },
    { text: 'Guided form', href: termsGuidePath(slug, number) },
  ]
}

/** Keeps what a section was answered with, and leads on to `address`. */
export async function keep(
  asked: Asked,
  { number }: Pick<TermsVersion, 'number'>,
  section: string,
  input: SectionInput,
  address: string,
): Promise<Result<string, FieldProblem>> {
  const at = { body: asked.body.id, number, version: input.version }
  return mapped(await changeTermsDraft(asked.db, asked.visit, at, section, input.change), () => address)
}
