import { addItem } from '../commands/agenda/add-item.ts'
import { agreeJoint } from '../commands/meeting/agree-joint.ts'
import { callMeeting } from '../commands/meeting/call-meeting.ts'
import { createMeeting } from '../commands/meeting/create-meeting.ts'
import { startPaper } from '../commands/paper/start-paper.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { hold, minute } from './hold.ts'
import { doerOn, done, inputOf, itemInput, type PlayedMeeting, prepare, publishOn } from './play.ts'
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
  {
    title: 'Adaptations of homes: what was left last year',
    purpose: 'decision',
    presenter: 'Philippa Rigby, assistant director, joint commissioning',
    paper: {
      summary: 'Eleven homes were adapted after the end of the year. What was left of the grant may be spent on nothing else.',
      body: '# What was left\n\n#. £210,000 of £2,400,000 was not spent by 31 March. Eleven families waited for builders.\n\n# What is asked\n\n#. To carry the sum into the same purpose of this year.',
      recommendations: 'That £210,000 be carried forward to adaptations of homes in this year.',
    },
    outcome: {
      text: 'That £210,000 be carried forward to adaptations of homes in this year.',
      type: 'approve',
      functionKey: 'targets',
      ownBoard: true,
      discussion: 'All eleven homes were finished by the end of May. The finance officers confirmed the sum.',
    },
  },
  {
    title: 'Mental health of children: money from care after hospital',
    purpose: 'decision',
    presenter: 'Philippa Rigby, assistant director, joint commissioning',
    outcome: {
      text: 'That £350,000 planned for the weeks after hospital be moved to the mental health of children and young people.',
      type: 'approve',
      functionKey: 'targets',
      ownBoard: true,
      discussion: 'Fewer beds are needed after hospital than were planned for. Members asked to see the waits in three months.',
    },
  },
  {
    title: 'Speech and language therapy: two more therapists',
    purpose: 'decision',
    presenter: 'Dr Aisha Rahman, clinical lead for children',
    commitsMoney: true,
    paper: {
      summary: 'Two therapists until the end of the year, so that no child waits longer than 26 weeks.',
      body: '# Why\n\n#. 118 children had waited longer than 26 weeks at the end of September.\n\n# What it brings\n\n#. Two therapists see 40 children a month.',
      recommendations: 'That two therapists be taken on until 31 March.',
      financial: 'The sum is within the line for speech and language therapy of the pooled fund.',
      budget: {
        ...{ budgetSum: '£62,400', budgetName: 'Speech and language therapy', budgetKind: 'pooled' },
        ...{
          budgetSource: 'Northbrook pooled fund',
          budgetPayer: 'Both partners, by their contributions',
          budgetSavings: 'None within the year',
        },
      },
    },
    outcome: {
      text: 'That two therapists be taken on until 31 March, for £62,400.',
      type: 'approve',
      functionKey: 'targets',
      ownBoard: true,
      discussion: 'Members asked for the waits by district at the next meeting.',
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
  const title = 'Short breaks: forty more places'
  const presenter = 'Philippa Rigby, assistant director, joint commissioning'
  const item = done(
    'add an item',
    await addItem(needs, clerk, id, itemInput(on, { title, purpose: 'decision', presenter, commitsMoney: true })),
  )
  done('ask for a paper', await startPaper(needs, clerk, id, item.id, { title, author: play.author.person }))
  const body = play.jointBody
  if (agrees !== undefined && body !== undefined)
    done('agree to meet jointly', await agreeJoint(needs, doerOn(agrees, on, '15:00'), id, { body, agrees: true }))
}
