import { newId } from '#platform/database/ids.ts'
import { type Scene, writeParts, writeRecommendations } from './ground.ts'

/** A learning review that the board is still working on, and an inspection that was announced (P7). All of it is invented. */
export async function writeOtherReviews(scene: Scene): Promise<void> {
  const { tx, body, ago, person } = scene
  const learning = newId()
  const title = 'Learning review: when a family moves between districts'
  await tx
    .insertInto('assurance.review')
    .values({
      ...{ id: learning, body, sight: 'members', kind: 'learning', title, about_children: true, asked_by: 'The safeguarding partners' },
      scope:
        'How agencies hand over when a family that they help moves. No family is described: the review looks at twelve handovers together.',
      outcomes_sought: 'No child waits for help because of an address.',
      ...{ announced_on: ago(160), lead: person('marsh'), reported_on: ago(40) },
    })
    .execute()
  await writeParts(scene, learning, [
    { kind: 'panel', heading: 'Independent reviewer', text: 'Appointed by the partners' },
    { kind: 'finding', text: 'In five of twelve handovers the new agency had to ask for the plan.' },
    { kind: 'finding', text: 'Schools knew of the move first, and nobody asked them.' },
    {
      kind: 'lesson',
      heading: 'Council',
      organisation: 'council',
      text: 'Tell the new school and the new team on the day on which the move is known.',
    },
    {
      kind: 'lesson',
      heading: 'Community health',
      organisation: 'community-health',
      text: 'Send the health plan with the child, and not on request.',
    },
    { kind: 'progress', daysAgo: 20, text: 'The report is with the partners, who check that no family can be known from it.' },
  ])
  await writeRecommendations(scene, { review: learning, kind: 'learning', name: title, sight: 'members', madeAgo: 40 }, [
    {
      ...{
        reference: '1',
        text: 'That one page says who tells whom when a family moves, and that every agency signs it.',
        restsOn: [1, 2],
      },
      ...{ to: ['Director of Children’s Services', 'council', 'marsh'], response: ['accept', 25] },
    },
    {
      ...{ reference: '2', text: 'That health plans travel with the child.', restsOn: [1] },
      to: ['Director of operations', 'community-health', 'castle'],
    },
  ])
  const inspection = newId()
  await tx
    .insertInto('assurance.review')
    .values({
      ...{
        id: inspection,
        body,
        sight: 'members',
        kind: 'inspection',
        title: 'Joint inspection: how partners answer neglect',
        about_children: false,
      },
      ...{
        scope: 'How agencies see neglect early, and what they do together.',
        asked_by: 'The inspectorates',
        announced_on: ago(21),
        lead: person('marsh'),
      },
    })
    .execute()
  await writeParts(scene, inspection, [
    { kind: 'evidence', heading: 'Register of recommendations', text: '/boards/northbrook-childrens-partnership/recommendations' },
    { kind: 'evidence', heading: 'Decisions of the board', text: '/boards/northbrook-childrens-partnership/decisions' },
    { kind: 'progress', daysAgo: 14, text: 'The partners named who brings which evidence.' },
  ])
}
