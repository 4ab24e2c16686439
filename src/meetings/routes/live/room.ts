import type { Hono } from 'hono'
import type { FieldProblem, Result } from '#platform/result.ts'
import { postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { comeAndGo } from '../../commands/live/come-and-go.ts'
import { excludePublic, returnPublic } from '../../commands/live/exclude-public.ts'
import { markApologies, markTheRest } from '../../commands/live/mark-absent.ts'
import { keepAbsentView, noteDown, notePublic, withdrawNote } from '../../commands/live/note-down.ts'
import { runLive } from '../../commands/live/run-live.ts'
import { seatDeputy } from '../../commands/live/seat-deputy.ts'
import { takeChair } from '../../commands/live/take-chair.ts'
import { planMinutes, takeItem } from '../../commands/live/take-item.ts'
import { actLive, decideLive } from '../../commands/live/write-once.ts'
import { parseAction } from '../../forms/action.ts'
import {
  parseAbsentView,
  parseAgreed,
  parseApologies,
  parseAudience,
  parseChair,
  parseDeputy,
  parseItemNote,
  parseMinutesPlanned,
  parseMovement,
  parseNoteOnly,
  parseNothing,
  parseTaken,
} from '../../forms/live/room.ts'
import { parseExclusion } from '../../forms/public-exclusion.ts'
import type { MeetingsNeeds } from '../../needs.ts'
import type { LivePart } from '../../rules/live-parts.ts'
import { type EntryCommand, liveActAt } from './act.ts'
import { formId } from './form-state.ts'

interface Entered<Input> {
  /** Behind /meetings/:id/live/. */
  readonly at: string
  readonly act: string
  /** 'record' is the clerk's, 'attend' lets members speak for themselves: the command asks further. */
  readonly verb: 'record' | 'attend'
  readonly part: LivePart
  readonly form: (body: FormBody) => string
  readonly parse: (body: FormBody) => Result<Input, FieldProblem>
  readonly command: EntryCommand<Input>
}

const fixed = (id: string) => () => id

/** Everything that is entered about the meeting itself: its run, its items, who is there, what is said (M8). */
export function enterTheRoom(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  const put = <Input>({ at, command, ...spec }: Entered<Input>): void =>
    liveActAt(app, needs, `/meetings/:id/live/${at}`, {
      ...spec,
      perform: (doer, meeting, head, input) => command(needs, doer, meeting, head, input),
    })
  const record = { verb: 'record' } as const
  const attendance = { ...record, part: 'attendance' } as const
  const written = { ...record, part: 'record' } as const
  put({ ...record, part: 'meeting', at: 'start', act: 'start-meeting', form: fixed('start'), parse: parseNothing, command: start }) // record meeting
  put({ ...record, part: 'meeting', at: 'end', act: 'end-meeting', form: fixed('end'), parse: parseNothing, command: end }) // record meeting
  put({ ...record, part: 'meeting', at: 'chair', act: 'take-chair', form: fixed('chair'), parse: parseChair, command: chair }) // record meeting
  put({ ...record, part: 'items', at: 'item', act: 'take-item', form: formId('take', 'item'), parse: parseTaken, command: take }) // record meeting
  put({
    ...record,
    part: 'meeting',
    at: 'exclude',
    act: 'exclude-public',
    form: fixed('exclude'),
    parse: parseExclusion,
    command: excludePublic,
  }) // record meeting
  put({ ...record, part: 'meeting', at: 'return', act: 'return-public', form: fixed('return'), parse: parseNothing, command: back }) // record meeting
  put({
    ...record,
    ...{
      part: 'items',
      at: 'minutes',
      act: 'plan-minutes',
      form: formId('minutes', 'item'),
      parse: parseMinutesPlanned,
      command: planMinutes,
    },
  }) // record meeting
  put({ verb: 'attend', part: 'attendance', at: 'move', act: 'come-and-go', form: moveForm, parse: parseMovement, command: comeAndGo }) // come-and-go or record meeting
  put({
    ...attendance,
    at: 'apologies',
    act: 'apologies',
    form: formId('apologies', 'line'),
    parse: parseApologies,
    command: markApologies,
  }) // record meeting
  put({ ...attendance, at: 'rest', act: 'mark-the-rest', form: fixed('rest'), parse: parseNothing, command: markTheRest }) // record meeting
  put({ ...attendance, at: 'deputy', act: 'seat-deputy', form: fixed('deputy'), parse: parseDeputy, command: seatDeputy }) // record meeting
  put({ ...attendance, at: 'audience', act: 'note-public', form: audienceForm, parse: parseAudience, command: notePublic }) // record meeting
  put({ ...written, at: 'note', act: 'item-note', form: fixed('note'), parse: parseItemNote, command: noteDown }) // record meeting
  put({ ...written, at: 'note/withdraw', act: 'withdraw-note', form: formId('unnote', 'note'), parse: parseNoteOnly, command: unnote }) // record meeting
  put({ ...written, at: 'view', act: 'absent-view', form: fixed('view'), parse: parseAbsentView, command: keepAbsentView }) // record meeting
  put({ ...written, at: 'decision', act: 'record-decision', form: fixed('decision'), parse: parseAgreed, command: decideLive }) // record meeting
  put({ ...written, at: 'action', act: 'record-action', form: fixed('action'), parse: parseAction, command: actLive }) // record meeting
}

const moveForm = (body: FormBody): string => `move-${postedText(body.movement)}-${postedText(body.line)}`
const audienceForm = (body: FormBody): string => (body.number === undefined ? 'audience-name' : 'audience-number')
const start: EntryCommand<undefined> = (needs, doer, meeting, head) => runLive(needs, doer, meeting, head, 'in_progress')
const end: EntryCommand<undefined> = (needs, doer, meeting, head) => runLive(needs, doer, meeting, head, 'ended')
const take: EntryCommand<{ readonly item: string | undefined; readonly withoutResolution: string | undefined }> = (
  needs,
  doer,
  meeting,
  head,
  { item, withoutResolution },
) => takeItem(needs, doer, meeting, head, item, withoutResolution)
const back: EntryCommand<undefined> = (needs, doer, meeting, head) => returnPublic(needs, doer, meeting, head)
const chair: EntryCommand<{ readonly person: string }> = (needs, doer, meeting, head, { person }) =>
  takeChair(needs, doer, meeting, head, person)
const unnote: EntryCommand<{ readonly note: string }> = (needs, doer, meeting, head, { note }) =>
  withdrawNote(needs, doer, meeting, head, note)
