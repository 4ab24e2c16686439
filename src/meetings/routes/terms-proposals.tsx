import { Hono } from 'hono'
import { termsPath, termsProposePath, termsVersionPath } from '#governance/paths.ts'
import { checkTerms, judgeAdoption, printTerms } from '#governance/public.ts'
import { findGivenFacts, findNeighbours, findTermsVersion, type TermsVersion } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { adoptDecided } from '../commands/terms/adopt-decided.ts'
import { putTerms } from '../commands/terms/put-terms.ts'
import { parseAdoptDecided, parsePutTerms } from '../forms/terms-proposal.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { DraftToPut } from '../pages/terms-proposal.tsx'
import { meetingPaths, recordPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { type Decision, findDecision } from '../queries/decisions.ts'
import { findOpenMeetings } from '../queries/meetings.ts'
import { findMeetingsPutTo, findTermsProposal, guardedProposal } from '../queries/terms-proposals.ts'
import type { TermsProposal } from '../rules/terms-proposal.ts'
import { decisionTitle } from '../words/decision.ts'
import { formAt } from './endpoint.tsx'
import { type Asked, begin, boardGate, bodyOf } from './gates.ts'

/** Terms of reference on their way through a meeting: put to it as a draft, decided, in force (G4, G18). */
export function termsProposalRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, termsProposePath(':slug', ':number'), draftGate, async (asked) =>
    form(await putShape(asked), parsePutTerms, async (doer, { meeting }) => {
      const put = await putTerms(needs, doer, { body: asked.body.id, number: asked.draft.number, meeting })
      return leadTo(put, ({ item }) => meetingPaths.item(meeting, item))
    }),
  ) // put terms-proposal
  formAt(app, needs, recordPaths.adoptTerms(':id'), decisionGate, async (asked) =>
    form(await adoptShape(asked), parseAdoptDecided, async (doer, input) =>
      leadTo(await adoptDecided(needs, doer, asked.decision.id, input), () => termsPath(asked.body.slug)),
    ),
  ) // adopt terms-proposal
  return app
}

type AskedDraft = Asked & { readonly draft: TermsVersion }
type AskedProposal = Asked & { readonly decision: Decision; readonly proposal: TermsProposal; readonly draft: TermsVersion }

const draftGate: Gate<AskedDraft> = async (reader, c) => {
  const asked = await boardGate((body) => guardedProposal({ sight: 'draft', body }), 'put')(reader, c)
  const number = c.req.param('number') ?? ''
  const draft = /^[1-9]\d{0,5}$/.test(number) ? await findTermsVersion(reader, asked.body.id, Number(number)) : undefined
  if (draft?.state !== 'draft') throw new NotFound('No such draft.')
  return { ...asked, draft }
}

const decisionGate: Gate<AskedProposal> = async (reader, c) => {
  const decision = await findDecision(reader, c.req.param('id') ?? '')
  const proposal = decision?.item ? await findTermsProposal(reader, decision.item) : undefined
  if (!decision || !proposal) throw new NotFound('No decision on terms of reference.')
  const asked = await begin(reader, c, await bodyOf(reader, decision.body, c.get('visit').today))
  demandOf(asked.standing, asked.visit, guardedProposal(decision), 'adopt')
  const draft = await findTermsVersion(reader, proposal.body, proposal.number)
  if (draft?.state !== 'draft') throw new NotFound('It is no draft any more.')
  return { ...asked, decision, proposal, draft }
}

async function putShape({ reader, visit, body, draft }: AskedDraft): Promise<FormShape> {
  const { slug, id } = body
  const before = await findMeetingsPutTo(reader, id, draft.number)
  const meetings = (await findOpenMeetings(reader, id, visit.today)).filter((meeting) => meeting.body === id)
  const back = termsVersionPath(slug, draft.number)
  return {
    title: `Put version ${draft.number} to a meeting`,
    caption: body.name,
    lead: 'An item for decision goes onto the agenda, with a report that says what changes; you can edit the report before it is published. The meeting decides on the words that the draft has now.',
    breadcrumbs: [
      { text: body.name, href: recordPaths.board(slug) },
      { text: 'Terms of reference', href: termsPath(slug) },
      { text: `Version ${draft.number}`, href: back },
    ],
    above: (
      <>
        <DraftToPut slug={slug} number={draft.number} before={before} />
        {meetings.length === 0 && <p class="govuk-inset-text">No meeting is planned. Plan one first, from the board’s meetings.</p>}
      </>
    ),
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'meeting',
            label: 'To which meeting?',
            options: meetings.map((meeting) => ({ value: meeting.id, text: dayInWords(meeting.heldOn) })),
          },
        ],
      },
    ],
    closed: meetings.length === 0,
    submit: 'Put it on the agenda',
    first: {},
    cancel: back,
  }
}

async function adoptShape({ body, decision, proposal, draft, reader, visit }: AskedProposal): Promise<FormShape> {
  const law = await findGivenFacts(reader, body.id, visit.today)
  const { toAnswer } = judgeAdoption(checkTerms(proposal.terms, law, await findNeighbours(reader, body.id, visit.today)))
  const changed = printTerms(proposal.terms) !== printTerms(draft.terms)
  const wanted = Temporal.PlainDate.from(proposal.terms.from)
  const later = Temporal.PlainDate.compare(wanted, decision.decidedOn) > 0
  return {
    title: `Bring version ${proposal.number} into force`,
    caption: `${body.name}, ${decisionTitle(decision)}`,
    lead: 'The words that were put to the meeting come into force. The version before ends on that day, and meetings before it keep the rules they had.',
    breadcrumbs: [
      { text: body.name, href: recordPaths.board(body.slug) },
      { text: decisionTitle(decision), href: recordPaths.decision(decision.id) },
    ],
    above: (
      <>
        {changed && (
          <p class="govuk-inset-text">
            The draft was changed after it was put to the meeting. What was decided comes into force; what was changed since is kept as a
            new draft.
          </p>
        )}
        {toAnswer.length > 0 && (
          <ul class="govuk-list govuk-list--bullet">
            {toAnswer.map(({ sentence }) => (
              <li>{sentence}</li>
            ))}
          </ul>
        )}
      </>
    ),
    groups: [
      {
        fields: [
          { kind: 'day', name: 'startsOn', label: 'First day in force' },
          ...(toAnswer.length > 0
            ? [{ kind: 'lines' as const, name: 'answer', label: 'What is to hold where the terms contradict themselves?' }]
            : []),
        ],
      },
    ],
    submit: 'Bring into force',
    first: dayValues('startsOn', later ? wanted : decision.decidedOn),
    version: draft.version,
    cancel: recordPaths.decision(decision.id),
  }
}
