import type { JSX } from 'hono/jsx/jsx-runtime'
import { succeed } from '#platform/result.ts'
import { postedText } from '#platform/web/fields.ts'
import { beginTermsDraft } from '../../commands/terms-draft.ts'
import { readDraftVersion, readSeat, seatAnswers, seatQuestions } from '../../forms/terms/other-sections.ts'
import { ChangesPage } from '../../pages/terms-guide/changes-page.tsx'
import { GuidePage } from '../../pages/terms-guide/guide-page.tsx'
import { GuideSeatsPage } from '../../pages/terms-guide/seats-page.tsx'
import { termsGuidePath, termsSectionPath } from '../../paths.ts'
import { findTermsVersion, findTermsVersionInForce } from '../../queries/terms.ts'
import { findGivenFacts, findNeighbours } from '../../queries/terms-beside.ts'
import { termsChanges } from '../../rules/terms/changes.ts'
import { checkTerms } from '../../rules/terms/check.ts'
import type { Terms } from '../../rules/terms/terms.ts'
import { backTo } from '../crumbs.ts'
import { type Act, type Asked, type FormSpec, known } from '../endpoint.tsx'
import { mapped } from '../outcome.ts'
import { termsInForceWith } from '../terms-forms.tsx'
import { draftOf, keep, type SectionInput, toGuide } from './draft.ts'
import { questionFields } from './question-fields.ts'

/** The sections of a draft. */
export async function guidePage(asked: Asked): Promise<JSX.Element> {
  const draft = await draftOf(asked)
  const law = await findGivenFacts(asked.reader, asked.body.id, asked.visit.today)
  const findings = checkTerms(draft.terms, law, await findNeighbours(asked.reader, asked.body.id, asked.visit.today))
  return <GuidePage visit={asked.visit} view={{ body: asked.body, draft, findings }} />
}

/** The seats of a draft. */
export async function guideSeatsPage(asked: Asked): Promise<JSX.Element> {
  const draft = await draftOf(asked)
  const findings = checkTerms(draft.terms).filter(({ rule }) => rule === 'seats')
  return <GuideSeatsPage visit={asked.visit} body={asked.body} draft={draft} findings={findings} crumbs={toGuide(asked, draft.number)} />
}

/** One seat of a draft, or a new one. */
export async function guideSeat(asked: Asked): Promise<FormSpec<SectionInput>> {
  const { slug, name } = asked.body
  const draft = await draftOf(asked)
  const { terms, number, version } = draft
  const isNew = asked.word('seat') === 'new-seat'
  const seat = terms.seats.find(({ key }) => key === asked.word('seat'))
  const key = isNew ? undefined : known(seat).key
  const seats = termsSectionPath(slug, number, 'seats')
  return {
    shape: {
      title: seat ? seat.name : 'Add a seat',
      caption: `${name}, draft ${number}`,
      breadcrumbs: [...toGuide(asked, number), { text: 'Seats', href: seats }],
      fields: [
        ...questionFields({ kind: 'part', of: seatQuestions(terms) }, 'value', { filled: 0, spare: 0 }),
        ...(seat ? [{ kind: 'tick' as const, name: 'remove', label: 'Remove this seat from the draft' }] : []),
      ],
      submit: 'Save',
      first: seatAnswers(terms, seat),
      version,
      cancel: backTo(seats),
    },
    parse: (body) => {
      const at = readDraftVersion(body)
      if (!at.ok) return at
      const changed = (change: (list: Terms['seats']) => Terms['seats']): SectionInput => ({
        version: at.value.version,
        change: (before) => succeed({ ...before, seats: change(before.seats) }),
      })
      if (key !== undefined && postedText(body.remove) !== '') return succeed(changed((list) => list.filter((one) => one.key !== key)))
      return mapped(readSeat(terms, key, body), (read) =>
        changed((list) => (key === undefined ? [...list, read] : list.map((one) => (one.key === key ? read : one)))),
      )
    },
    perform: (input) => keep(asked, draft, 'seats', input, seats),
  }
}

/** What a version would change in the terms in force. */
export async function changesPage(asked: Asked): Promise<JSX.Element> {
  const version = known(await findTermsVersion(asked.reader, asked.body.id, asked.number('number')))
  const inForce = await findTermsVersionInForce(asked.reader, asked.body.id, asked.visit.today)
  const changes = inForce ? termsChanges(inForce.terms, version.terms) : []
  return <ChangesPage visit={asked.visit} body={asked.body} version={version} inForce={inForce} changes={changes} />
}

/** Starts a draft in which nothing is stated yet. */
export const begunTerms: Act = {
  perform: async ({ db, visit, body }) =>
    mapped(await beginTermsDraft(db, visit, body.id), ({ number }) => termsGuidePath(body.slug, number)),
  redraw: termsInForceWith,
}
