import { agreeJoint } from '../commands/meeting/agree-joint.ts'
import { callMeeting } from '../commands/meeting/call-meeting.ts'
import { createMeeting } from '../commands/meeting/create-meeting.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { hold, minute } from './hold.ts'
import { doerOn, done, inputOf, type PlayedMeeting, prepare, publishOn } from './play.ts'
import type { SampleItem } from './present-year.ts'

/** What the two boards talked about at one table. */
export const jointItems: readonly SampleItem[] = [
  {
    title: 'One plan for community paediatrics',
    purpose: 'discussion',
    presenter: 'Philippa Rigby, assistant director, joint commissioning',
    paper: {
      summary: 'What both boards buy and run for the same children, and where the two plans differ.',
      body: '# Two plans, the same children\n\n#. Of 640 children on the list, 415 are in both plans.\n\n#. The plans name different dates for the same clinic in Fenmarsh.',
      recommendations: 'That both boards note where the plans differ.\nThat the officers bring one plan.',
    },
    outcome: {
      text: 'That it be noted where the plans differ, and that the officers bring one plan to both boards.',
      type: 'note',
      discussion:
        'Members of both boards asked that families be told one date. The two chairs agreed to put the same plan to their boards.',
    },
  },
]

/** Holds a joint meeting as the clerk of both boards, with both rolls, and what each of them decided. */
export async function holdJointly(needs: MeetingsNeeds, play: PlayedMeeting): Promise<void> {
  const prepared = await prepare(needs, play, play.heldOn.subtract({ days: 30 }))
  await publishOn(needs, play, prepared.meeting, play.heldOn.subtract({ days: 10 }))
  await hold(needs, play, prepared, {})
  await minute(needs, play, prepared, play.heldOn.add({ days: 5 }))
}

/** Calls a joint meeting that is still to come; `agrees` is the clerk of the board that was asked, undefined while that board has not answered. */
export async function callJointly(
  needs: MeetingsNeeds,
  play: PlayedMeeting,
  on: Temporal.PlainDate,
  agrees?: PlayedMeeting['clerk'],
): Promise<void> {
  const clerk = doerOn(play.clerk, on, '10:00')
  const { id } = done('plan a joint meeting', await createMeeting(needs, clerk, play.body, inputOf(play)))
  done('call a joint meeting', await callMeeting(needs, clerk, id, 1))
  const body = play.jointBody
  if (agrees !== undefined && body !== undefined)
    done('agree to meet jointly', await agreeJoint(needs, doerOn(agrees, on, '15:00'), id, { body, agrees: true }))
}
