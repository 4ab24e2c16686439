import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import type { FormBody, FormState } from '#platform/web/forms.ts'
import { AttendancePart } from '../../pages/live/attendance-part.tsx'
import { ItemsPart } from '../../pages/live/items-part.tsx'
import { NowPart } from '../../pages/live/now-part.tsx'
import { PublicPart } from '../../pages/live/public-part.tsx'
import { RecordPart } from '../../pages/live/record-part.tsx'
import { findPeopleView } from '../../queries/live/attendance-view.ts'
import { findLiveGround } from '../../queries/live/ground.ts'
import { findItemsView } from '../../queries/live/items-view.ts'
import { findNowView } from '../../queries/live/now-view.ts'
import { findPublicView } from '../../queries/live/public-view.ts'
import { findRecordView } from '../../queries/live/record-view.ts'
import { guardedMeeting } from '../../queries/meeting.ts'
import type { MeetingGround } from '../../queries/record.ts'
import { refusedState } from './form-state.ts'
import { type AskedLive, drawers, sentencesOf } from './parts.ts'

/** Says how the parts about the meeting itself are drawn. */
export function drawRoom(): void {
  drawers.meeting = async (asked) => {
    const view = await findNowView(asked.reader, await groundOf(asked), asked.visit.today, asked.visit.now)
    return <NowPart {...common(asked)} view={view} form={forms(asked)} />
  }
  drawers.items = async (asked) => {
    const view = await findItemsView(asked.reader, asked.meeting.id, asked.meeting.state, asked.visit.now)
    return <ItemsPart {...common(asked)} view={view} form={forms(asked)} />
  }
  drawers.attendance = async (asked) => {
    const { keeps, ...rest } = common(asked)
    const view = await findPeopleView(asked.reader, await groundOf(asked), asked.standing.person?.id, keeps, asked.visit.now)
    const comes = asked.may(guardedMeeting(asked.meeting), 'come-and-go')
    return <AttendancePart {...rest} keeps={keeps} comes={comes} view={view} form={forms(asked)} />
  }
  drawers.record = async (asked) => {
    const { keeps, ...rest } = common(asked)
    const view = await findRecordView(asked.reader, await groundOf(asked), keeps)
    const first = { item: view.current, matter: 'neither' }
    return <RecordPart {...rest} keeps={keeps} view={view} form={forms(asked, first)} />
  }
  drawers.public = async (asked) => <PublicPart meeting={asked.meeting.id} view={await findPublicView(asked.reader, asked.meeting)} />
}

function common(asked: AskedLive) {
  const { visit, meeting } = asked
  return { visit, meeting: meeting.id, keeps: asked.may(guardedMeeting(meeting), 'record') }
}

const words = (problem: FieldProblem): string | undefined => sentencesOf([problem])[0]

function forms(asked: AskedLive, first: FormBody = {}): (id: string) => FormState {
  return (id) => refusedState(asked, id, first, words)
}

/** What several parts are made from is read once for one page, and for everybody who sees the same. */
async function groundOf({ reader, meeting }: AskedLive): Promise<MeetingGround> {
  const ground = await findLiveGround(reader, meeting.id)
  if (!ground) throw new NotFound('No such meeting.')
  return ground
}
