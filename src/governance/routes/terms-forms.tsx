import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import type { DocumentStore } from '#platform/documents/store.ts'
import { findLogo } from '#platform/partnership-logo.ts'
import { succeed } from '#platform/result.ts'
import { parseForm, postedText } from '#platform/web/fields.ts'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { allows } from '../commands/permit.ts'
import { adoptTerms, copyTermsDraft, exportTerms, importTermsDraft, withdrawTermsDraft } from '../commands/terms.ts'
import { adoptForm } from '../forms/records.ts'
import { Findings, TermsPage } from '../pages/terms-page.tsx'
import { termsGuidePath, termsPath, termsVersionPath } from '../paths.ts'
import { findTermsVersion, findTermsVersionInForce, listTermsVersions, type TermsVersion } from '../queries/terms.ts'
import { findGivenFacts, findNeighbours, findPracticeFacts } from '../queries/terms-beside.ts'
import { judgeAdoption } from '../rules/adoption.ts'
import { checkTerms } from '../rules/terms/check.ts'
import type { Finding } from '../rules/terms/finding.ts'
import { termsPdf } from '../terms-document.ts'
import { backTo, toTerms } from './crumbs.ts'
import { type Act, type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'
import { reviewOf } from './terms-review.ts'

/** What the checker says of a version beside those of other bodies; of an adopted one held against practice on the day of the visit, too. */
async function findingsOf(asked: Asked, { terms, state, startsOn }: TermsVersion): Promise<readonly Finding[]> {
  const { reader, body, visit } = asked
  const { today } = visit
  const facts =
    state === 'adopted' ? await findPracticeFacts(reader, body.id, today, startsOn) : await findGivenFacts(reader, body.id, today)
  return checkTerms(terms, facts, await findNeighbours(reader, body.id, today))
}

function holdsToday({ startsOn, endsOn }: TermsVersion, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(startsOn, today) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(today, endsOn) < 0)
}

async function drawTerms(asked: Asked, shown: TermsVersion | undefined, single: boolean, problem?: string): Promise<JSX.Element> {
  const { body, reader, visit, standing } = asked
  const keeps = allows(standing, { record: 'terms', state: 'draft', verb: 'add', ties: { body: body.id } })
  const versions = await listTermsVersions(reader, body.id)
  const findings = shown ? await findingsOf(asked, shown) : []
  const inForce = shown?.state === 'adopted' && holdsToday(shown, visit.today)
  const review = inForce ? await reviewOf(asked, shown) : undefined
  return <TermsPage visit={visit} view={{ body, shown, findings, versions, keeps, review, single, problem }} />
}

/** The terms in force. */
export async function termsInForce(asked: Asked): Promise<JSX.Element> {
  return drawTerms(asked, await findTermsVersionInForce(asked.reader, asked.body.id, asked.visit.today), false)
}

/** The same after an act that was not done, with the reason. */
export async function termsInForceWith(asked: Asked, problem: string): Promise<JSX.Element> {
  return drawTerms(asked, await findTermsVersionInForce(asked.reader, asked.body.id, asked.visit.today), false, problem)
}

/** One version; a draft only for those who may know of it. */
export async function termsVersion(asked: Asked): Promise<JSX.Element> {
  return drawTerms(asked, known(await findTermsVersion(asked.reader, asked.body.id, asked.number('number'))), true)
}

/** A version as its portable document. */
export async function termsFile(asked: Asked) {
  const version = known(await findTermsVersion(asked.reader, asked.body.id, asked.number('number')))
  return { name: `${asked.body.slug}-terms-${version.number}.json`, type: 'application/json; charset=utf-8', content: exportTerms(version) }
}

/** A version as a document to print, under the partnership's own mark. */
export function termsPrinted(documents: DocumentStore) {
  return async (asked: Asked) => {
    const version = known(await findTermsVersion(asked.reader, asked.body.id, asked.number('number')))
    const mark = { logo: await findLogo(asked.reader), open: (document: string) => documents.open(document) }
    return { name: `${asked.body.slug}-terms-${version.number}.pdf`, type: 'application/pdf', content: () => termsPdf(version, mark) }
  }
}

/** Brings terms in from a portable document. */
export async function importedTerms(asked: Asked): Promise<FormSpec<string>> {
  const { id, slug, name } = asked.body
  return {
    shape: {
      title: 'Bring terms in',
      caption: name,
      lead: 'From a portable document, as this system or another writes it. It becomes a draft: nothing is in force before you adopt it.',
      breadcrumbs: toTerms(asked.body),
      fields: [
        { kind: 'document', name: 'document', label: 'The document (JSON)', hint: 'Open the file in a text editor, and paste all of it' },
      ],
      submit: 'Save as a draft',
      first: {},
      cancel: backTo(termsPath(slug)),
    },
    parse: (body) => succeed(postedText(body.document)),
    perform: async (document) =>
      mapped(await importTermsDraft(asked.db, asked.visit, { body: id, document }), ({ number }) => termsVersionPath(slug, number)),
  }
}

/** Adopts a draft. */
export async function adoptedTerms(asked: Asked): Promise<FormSpec<z.output<typeof adoptForm>>> {
  const { id, slug, name } = asked.body
  const draft = known(await findTermsVersion(asked.reader, id, asked.number('number')))
  known(draft.state === 'draft' ? draft : undefined)
  const law = await findGivenFacts(asked.reader, id, asked.visit.today)
  const { refused, toAnswer } = judgeAdoption(checkTerms(draft.terms, law, await findNeighbours(asked.reader, id, asked.visit.today)))
  const grave = [...refused, ...toAnswer]
  return {
    shape: {
      title: `Adopt version ${draft.number}`,
      caption: name,
      lead: 'It is in force from its first day. The version before it ends on that day, and meetings before it keep the rules they had.',
      breadcrumbs: [...toTerms(asked.body), { text: `Version ${draft.number}`, href: termsVersionPath(slug, draft.number) }],
      above: grave.length > 0 ? <Findings findings={grave} answer="" /> : undefined,
      fields: [
        { kind: 'day', name: 'startsOn', label: 'First day in force' },
        { kind: 'line', name: 'adoptedBy', label: 'Adopted by', hint: 'For example, the partnership, at its meeting of 4 March 2026' },
        ...(toAnswer.length > 0
          ? [{ kind: 'lines' as const, name: 'answer', label: 'What is to hold where the terms contradict themselves?' }]
          : []),
      ],
      submit: 'Adopt',
      first: dayValues('startsOn', draft.startsOn),
      version: draft.version,
      cancel: backTo(termsVersionPath(slug, draft.number)),
    },
    parse: (body) => parseForm(adoptForm, body),
    perform: async (input) =>
      mapped(await adoptTerms(asked.db, asked.visit, { ...input, body: id, number: draft.number }), () => termsPath(slug)),
  }
}

/** Starts a draft as a copy of the version in force. */
export const copyOfTerms: Act = {
  perform: async ({ db, visit, body }) =>
    mapped(await copyTermsDraft(db, visit, body.id), ({ number }) => termsGuidePath(body.slug, number)),
  redraw: termsInForceWith,
}

/** Withdraws a draft. */
export const withdrawnTerms: Act = {
  perform: async ({ db, visit, body, number }, posted: FormBody) => {
    const input = { body: body.id, number: number('number'), version: Number(postedText(posted.version)) }
    return mapped(await withdrawTermsDraft(db, visit, input), () => termsPath(body.slug))
  },
  redraw: async (asked, problem) =>
    drawTerms(asked, await findTermsVersion(asked.reader, asked.body.id, asked.number('number')), true, problem),
}
