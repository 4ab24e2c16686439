import { Hono } from 'hono'
import { listBodies } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords, weekdayInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { commentOnSent, sendPaperOn, takePaperIn } from '../commands/paper/send-on.ts'
import { parseComments, parseSending, parseTaking } from '../forms/sent-paper.ts'
import type { MeetingsNeeds } from '../needs.ts'
import type { ShownOrigin } from '../pages/paper-travels.tsx'
import { meetingPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { titleOf } from '../queries/agenda.ts'
import { findDecisionsOf } from '../queries/decisions.ts'
import { guardedMeeting } from '../queries/meeting.ts'
import { guardedPaper, type PaperRecord, type PaperVersion } from '../queries/papers.ts'
import { findOrigins, findSentOn, findSentPaper, findWaitingPapers, guardedSent, type SentPaper } from '../queries/sent-papers.ts'
import { draftComments, mayComment, maySendOn } from '../rules/sent-paper.ts'
import { formAt } from './endpoint.tsx'
import { type Asked, type AskedItem, type AskedPaper, itemGate, paperGate } from './gates.ts'

type AskedSent = AskedPaper & { readonly sent: SentPaper }

/** Papers that travel from one board to another (M4). */
export function sentPaperRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/papers/:paper/send', paperGate('send'), async (asked) =>
    form(await sendShape(asked), parseSending, async (doer, input) =>
      leadTo(await sendPaperOn(needs, doer, asked.paper.id, input), () => `${meetingPaths.paper(asked.paper.id)}#sent-on`),
    ),
  )
  formAt(app, needs, '/papers/:paper/sent/:sent/comments', sentGate('comment'), async (asked) =>
    form(await commentsShape(asked), parseComments, async (doer, input) =>
      leadTo(await commentOnSent(needs, doer, asked.paper.id, asked.sent.id, input), () => `${meetingPaths.paper(asked.paper.id)}#sent-on`),
    ),
  )
  formAt(app, needs, '/meetings/:id/items/:item/take-in', itemGate('change'), async (asked) =>
    form(await takeShape(asked), parseTaking, async (doer, input) =>
      leadTo(await takePaperIn(needs, doer, asked.meeting.id, asked.item.id, input), ({ id }) => meetingPaths.paper(id)),
    ),
  )
  return app
}

/** A sending of the paper that the address names, and a verb on it. */
function sentGate(verb: string): Gate<AskedSent> {
  return async (reader, c) => {
    const asked = await paperGate('read')(reader, c)
    const sent = await findSentPaper(reader, asked.paper.id, c.req.param('sent') ?? '', asked.visit.today)
    demandOf(asked.standing, asked.visit, guardedSent(sent, asked.paper.sight), verb)
    return { ...asked, sent }
  }
}

/** Where a paper was before, as far as whoever asks may know; undefined for one that was written for its own meeting. */
export async function originOf(
  { reader, visit, may }: Asked,
  paper: PaperRecord,
  newest: PaperVersion | undefined,
): Promise<ShownOrigin | undefined> {
  const origin = (await findOrigins(reader, [paper.id], visit.today)).get(paper.id)
  if (!origin) return undefined
  const sent = origin.sentVersion
  const same = sent && newest && JSON.stringify([sent.fields, sent.tree]) === JSON.stringify([newest.fields, newest.tree])
  return {
    origin,
    paper: paper.id,
    words: sent && newest ? (same ? 'same' : 'changed') : undefined,
    closedThere: origin.category !== 'public' && paper.category === 'public' && may(guardedPaper(paper), 'send'),
  }
}

/** Where a paper was sent on to, for whoever prepares its meeting, and what they may do about it. */
export async function sentOnOf(asked: AskedPaper) {
  const { reader, visit, paper, item, meeting, may } = asked
  const prepares = may(guardedMeeting(meeting), 'change') || may({ ...guardedSent(paper, paper.sight) }, 'read')
  return {
    paper: paper.id,
    sent: prepares ? await findSentOn(reader, paper.id, visit.today) : [],
    maySend: may(guardedPaper(paper), 'send') && maySendOn(paper.state, item.withdrawnAt !== undefined),
    mayComment: may(guardedSent(paper, paper.sight), 'comment') && mayComment(meeting.state),
  }
}

function headOf({ body, meeting, paper, item }: AskedPaper) {
  return {
    caption: paper.title,
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
    ],
    cancel: meetingPaths.paper(paper.id),
  }
}

async function sendShape(asked: AskedPaper): Promise<FormShape> {
  const { reader, visit, paper, body } = asked
  const gone = (await findSentOn(reader, paper.id, visit.today)).filter(({ state }) => state !== 'refused').map(({ toBody }) => toBody)
  const boards = (await listBodies(reader, visit.today)).filter(
    ({ id, status }) => id !== body.id && status !== 'ended' && status !== 'outside' && !gone.includes(id),
  )
  const closed = paper.category !== 'public' || asked.item.category !== 'public'
  return {
    ...headOf(asked),
    title: 'Send a paper on',
    lead: 'The clerk of the other board finds it on the forward plan, and accepts or refuses it. What your board says of it can go with it.',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'board', label: 'To which board?', options: boards.map(({ id, name }) => ({ value: id, text: name })) },
          {
            kind: 'lines',
            name: 'why',
            label: 'Why is it sent on?',
            hint: closed
              ? 'This paper is in Part 2: the other board’s clerks and chair alone read its title and what you write here, and take it into an item of Part 2 only'
              : 'The other board’s clerks read this. Once the paper is public, its members do too',
            rows: 4,
          },
        ],
      },
    ],
    submit: 'Send paper on',
    first: {},
  }
}

async function commentsShape(asked: AskedSent): Promise<FormShape> {
  const { reader, meeting, item, sent } = asked
  const decisions = (await findDecisionsOf(reader, meeting.id)).filter((decision) => decision.item === item.id)
  const drafted = sent.comments === '' ? draftComments(decisions, sent.category) : ''
  return {
    ...headOf(asked),
    title: `Comments for ${sent.toName}`,
    lead: 'They stand with the paper wherever the other board shows it, in its pack too.',
    groups: [
      {
        fields: [
          {
            kind: 'lines',
            name: 'comments',
            label: `Comments of ${sent.fromName}`,
            hint:
              drafted === '' ? 'Each line is a paragraph of its own' : 'Drafted from what was decided on this item. Change it as you need',
            rows: 12,
          },
        ],
      },
    ],
    warning:
      sent.category === 'public'
        ? 'Whoever reads the paper at the other board reads these words, also where your own minutes are not out yet'
        : 'Whoever reads the paper in Part 2 of the other board reads these words',
    submit: 'Save comments',
    first: { comments: sent.comments || drafted },
    version: sent.version,
  }
}

async function takeShape(asked: AskedItem): Promise<FormShape> {
  const { reader, visit, meeting, body, item } = asked
  if (item.withdrawnAt) throw new NotFound('This item was withdrawn.')
  const waiting = await findWaitingPapers(reader, body.id, visit.today)
  return {
    title: 'Take in a paper',
    caption: `Item ${item.number}: ${titleOf(item)}`,
    lead: 'It comes with the same words and files, to be checked and cleared here. Where its author changes it for this board, both versions can be compared.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      { text: 'Agenda', href: meetingPaths.agenda(meeting.id) },
    ],
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'sent',
            label: 'Which paper?',
            hint: waiting.length === 0 ? 'No board has sent a paper that still waits' : undefined,
            options: waiting.map(({ id, title, fromName, sentAt, category }) => ({
              value: id,
              text: title,
              hint: `From ${fromName}, sent on ${dayInWords(dayOf(sentAt))}${category === 'public' ? '' : '. Part 2: for an item in Part 2 only'}`,
            })),
          },
        ],
      },
    ],
    submit: 'Take paper in',
    first: {},
    cancel: meetingPaths.agenda(meeting.id),
  }
}
