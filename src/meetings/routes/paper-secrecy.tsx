import { Hono } from 'hono'
import { findParagraphList } from '#governance/public-data.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { judgePaper, secrecyVersion } from '../commands/part-two/judge-paper.ts'
import { parsePaperSecrecy } from '../forms/paper-secrecy.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingPaths } from '../paths.ts'
import { titleOf } from '../queries/agenda.ts'
import { findPaperSecrecy, type PaperSecrecy } from '../queries/paper-secrecy.ts'
import { findPaperTests } from '../queries/public-interest.ts'
import type { InterestTest } from '../rules/public-interest.ts'
import { paragraphBoxes } from './agenda-shapes.ts'
import { formAt } from './endpoint.tsx'
import { type AskedPaper, paperGate } from './gates.ts'

/** Whether a paper is exempt for itself, with its own public-interest test (M3). */
export function paperSecrecyRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/papers/:paper/exempt', paperGate('clear'), async (asked) =>
    form(await shapeOf(asked), parsePaperSecrecy, async (doer, input) =>
      leadTo(await judgePaper(needs, doer, asked.paper.id, input), () => meetingPaths.paper(asked.paper.id)),
    ),
  ) // clear paper
  return app
}

async function shapeOf({ reader, meeting, body, item, paper }: AskedPaper): Promise<FormShape> {
  const secrecy = (await findPaperSecrecy(reader, meeting.id)).get(paper.id)
  const test = (await findPaperTests(reader, meeting.id)).get(paper.id)?.at(-1)
  const asItem = item.category === 'public' ? 'As its item: everybody reads it' : 'As its item: exempt, with the item’s paragraphs and test'
  const fields: readonly FieldSpec[] = [
    {
      kind: 'radios',
      name: 'secrecy',
      label: 'Who may read this paper?',
      options: [
        { value: 'item', text: asItem },
        { value: 'exempt', text: 'It is exempt for itself' },
      ],
    },
    paragraphBoxes(await findParagraphList(reader, meeting.body, meeting.heldOn), 'For a paper that is exempt for itself'),
    ...testFields,
  ]
  return {
    title: 'Judge this paper for itself',
    caption: `${paper.title}, item ${item.number}: ${titleOf(item)}`,
    lead: 'The law asks of each report whether it must be private. A paper without a test of its own is judged as its item.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
      { text: paper.title, href: meetingPaths.paper(paper.id) },
    ],
    groups: [{ fields }, { heading: 'What everybody reads instead', fields: publicFields }],
    submit: 'Save',
    version: secrecyVersion(paper, secrecy),
    first: firstOf(secrecy, test),
    cancel: meetingPaths.paper(paper.id),
  }
}

const testFields: readonly FieldSpec[] = [
  {
    kind: 'lines',
    name: 'reasonsFor',
    label: 'Public interest: why it should be published',
    hint: 'Members read it, the public does not. It must be there before the paper is published',
    rows: 3,
  },
  { kind: 'lines', name: 'reasonsAgainst', label: 'Public interest: why it should be kept private', rows: 3 },
  { kind: 'line', name: 'decidedBy', label: 'Who decided that it is exempt?' },
  { kind: 'day', name: 'decidedOn', label: 'When was that decided?', hint: 'Needed before the paper is published' },
  { kind: 'day', name: 'reviewOn', label: 'When is it looked at again?', hint: 'My work reminds the clerk' },
]

const publicFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'publicTitle', label: 'Title for the public', hint: 'Leave empty where a title would tell what is exempt' },
  {
    kind: 'lines',
    name: 'publicConclusion',
    label: 'What the public may read of the conclusion',
    hint: 'May stay empty. It must not tell what is exempt',
    rows: 2,
  },
]

function firstOf(secrecy: PaperSecrecy | undefined, test: InterestTest | undefined): FormBody {
  return {
    secrecy: secrecy ? 'exempt' : 'item',
    paragraphs: secrecy?.paragraphs ?? [],
    ...{ reasonsFor: test?.reasonsFor ?? '', reasonsAgainst: test?.reasonsAgainst ?? '', decidedBy: test?.decidedBy ?? '' },
    ...(test?.decidedOn ? dayValues('decidedOn', test.decidedOn) : {}),
    ...(test?.reviewOn ? dayValues('reviewOn', test.reviewOn) : {}),
    ...{ publicTitle: secrecy?.publicTitle ?? '', publicConclusion: secrecy?.publicConclusion ?? '' },
  }
}
