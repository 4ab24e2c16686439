import type { Acting, Reader } from '#platform/database/session.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { caseloadPaths, supervisionPaths, trainingPaths } from './paths.ts'
import { listCaseloads } from './queries/caseloads.ts'
import { listSupervision, type SupervisionLine } from './queries/supervision.ts'
import { listSupervisionActions } from './queries/supervision-decided.ts'
import { listBookings } from './queries/training.ts'
import { evaluationAsked } from './rules/training-impact.ts'
import { familiesWords } from './words/caseload.ts'
import { changedWords } from './words/training.ts'

/** What supervision asks of somebody in My work: their own that is due, those whom they supervise, how their agency stands, what they said they would do. Nobody is named. */
export async function supervisionItems(reader: Reader, { today }: Acting, person: string): Promise<readonly AttentionItem[]> {
  const lines = await listSupervision(reader, today)
  const pressing = lines.filter(({ state }) => state === 'overdue' || state === 'soon')
  const { own, decided, corrected, toAnswer } = await listSupervisionActions(reader, person)
  const over = (await listCaseloads(reader, today)).filter(({ state }) => state === 'over')
  return [
    ...pressing
      .filter(({ isMine }) => isMine)
      .map((line) => ({ text: `Your supervision ${dueWords(line)}`, href: supervisionPaths.home() })),
    ...counted(
      'People whom you supervise are due for a session',
      pressing.filter(({ isSupervised }) => isSupervised).length,
      supervisionPaths.home(),
    ),
    ...counted(
      'Practitioners of your agency whose supervision is overdue, or whom nobody supervises',
      lines.filter((line) => line.isLed && (line.state === 'overdue' || line.supervisors.length === 0)).length,
      supervisionPaths.agency(),
    ),
    ...over
      .filter(({ isMine }) => isMine)
      .map(({ families, limit }) => ({
        text: `You lead ${familiesWords(families)}, and the limit is ${limit}`,
        href: caseloadPaths.home(),
      })),
    ...counted(
      'People whom you supervise, or of your agency, lead more families than the limit',
      over.filter((line) => !line.isMine && (line.isSupervised || line.isLed)).length,
      caseloadPaths.home(),
    ),
    ...own.map(({ session, dueOn }) => ({
      text: `What you said in supervision that you would do is due on ${dayInWords(dueOn)}`,
      href: supervisionPaths.session(session),
    })),
    ...toAnswer.map(({ session, heldOn, number }) => ({
      text: `The record of your supervision on ${dayInWords(heldOn)} ${number > 1 ? 'was corrected: say whether it is right now' : 'waits for you: say whether it is right'}`,
      href: supervisionPaths.answer(session),
    })),
    ...corrected.map(({ episode }) => ({
      text: 'What was decided in supervision of a family that you lead was corrected',
      href: supervisionPaths.family(episode),
    })),
    ...decided.map(({ episode, dueOn }) => ({
      text: `What was decided in supervision is due on ${dayInWords(dueOn)}`,
      href: supervisionPaths.family(episode),
    })),
  ]
}

const dueWords = ({ state, dueOn }: SupervisionLine): string =>
  `${state === 'overdue' ? 'was due' : 'is due'}${dueOn ? ` by ${dayInWords(dueOn)}` : ''}`
const counted = (text: string, count: number, href: string): readonly AttentionItem[] => (count > 0 ? [{ text, href, count }] : [])

const liveStates = ['booked', 'waiting', 'offered']

/** Places in training that are offered to somebody, and until when; sessions with a place of theirs that changed or are cancelled: in My work, because nobody else tells them. */
export async function offeredItems(reader: Reader, { now, today }: Acting, person: string): Promise<readonly AttentionItem[]> {
  const all = await listBookings(reader, { person })
  const cancelled = all.filter(
    ({ state, cancelledBecause, heldOn }) =>
      cancelledBecause !== null && liveStates.includes(state) && heldOn !== null && Temporal.PlainDate.compare(heldOn, today) >= 0,
  )
  const offered = all.filter(({ state, cancelledBecause }) => state === 'offered' && cancelledBecause === null)
  return [
    ...cancelled.map(({ session, heldOn }) => ({
      text: `A session for which you had a place is cancelled${heldOn ? `: ${dayInWords(heldOn)}` : ''}`,
      href: trainingPaths.session(session),
    })),
    ...all
      .filter(({ changed, heldOn }) => changed.length > 0 && (heldOn === null || Temporal.PlainDate.compare(heldOn, today) >= 0))
      .map(({ session, changed }) => ({
        text: `${changedWords(changed)} of training that you booked: see what it was before`,
        href: trainingPaths.session(session),
      })),
    ...all.flatMap((one) => {
      const asked = evaluationAsked(one, today)
      const text = asked === 'day' ? 'Say what a course changed for you' : 'Say whether you used what you learnt at a course'
      return asked ? [{ text, href: trainingPaths.evaluate(one.id) }] : []
    }),
    ...offered.flatMap(({ session, offeredUntil }) =>
      offeredUntil === null || Temporal.Instant.compare(offeredUntil, now) <= 0
        ? []
        : [{ text: `A place in training is offered to you until ${instantInWords(offeredUntil)}`, href: trainingPaths.session(session) }],
    ),
  ]
}
