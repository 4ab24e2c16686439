import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { actionWords, contactsShown, dissentsFor, homesFor, type PlanForReader, teamFor } from './pages/plan-print-page.tsx'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [run(text)] })

/** A plan for one reader as a document to be set (PDF/UA): what the page for them says, and nothing more. */
export function planDocument(shown: PlanForReader, partnership: string, today: Temporal.PlainDate): DocumentInput {
  const { plan, needs, number, reader, edition } = shown
  const isChild = edition === 'child'
  const words = plan.versions.find((one) => one.number === number)?.familyWords ?? ''
  const homes = homesFor(shown)
  const reached = contactsShown(shown)
  const against = dissentsFor(shown).map((words) => words.replaceAll('\n', ' '))
  const section = (title: string, texts: readonly string[]) => ({
    number: '',
    title,
    tree: { version: 1 as const, blocks: texts.map(paragraph) },
  })
  const acts = (need: string) =>
    plan.actions
      .filter((action) => action.need === need && action.state !== 'ended' && action.state !== 'declined')
      .map((action) => actionWords(plan, action))
  return {
    large: edition !== 'plain',
    ...{
      partnership,
      board: isChild ? 'Our plan' : 'Early help',
      title: isChild ? 'Our plan' : 'The plan of a family',
      place: '',
      contact: '',
      noticeLines: [],
    },
    ...{ lists: [], date: `Printed on ${dayInWords(today)}`, label: `Version ${number}`, facts: reader ? [['For', reader.name]] : [] },
    sections: [
      ...(words === '' ? [] : [section(isChild ? 'What we say' : 'In our own words', words.split('\n').filter(Boolean))]),
      ...needs.map((need) =>
        section(need.outcome.replaceAll('\n', ' '), [...(isChild ? [] : [`Now: ${need.need.replaceAll('\n', ' ')}`]), ...acts(need.id)]),
      ),
      section(
        isChild ? 'Who helps us' : 'Who is in the team',
        teamFor(shown).map(({ name, agency, role, contact }) =>
          (isChild ? [name, role] : [name, agency, role, contact]).filter(Boolean).join(', '),
        ),
      ),
      ...(homes.length > 0 ? [section('Where people live', homes)] : []),
      ...(reached.length > 0 ? [section('How people are reached', reached)] : []),
      ...(against.length > 0 ? [section('Who does not agree with this plan', against)] : []),
      { ...section('Signed', ['Name, signature and day']), ruled: 3 },
    ],
  }
}
