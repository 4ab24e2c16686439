import type { Hono } from 'hono'
import { findFamilySettings, findLastPublished, settingIn } from '#performance/public-data.ts'
import { form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { setFigureSetting, setVoiceRule } from '../commands/figure-setting.ts'
import { parseFigureSetting, parseVoiceRule } from '../forms/figures.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { FiguresPage, type WaitingMonth } from '../pages/figures-page.tsx'
import { monthInWords } from '../pages/quality-page.tsx'
import { figurePaths } from '../paths.ts'
import { listVoiceRules, previewMonth, type VoiceRule } from '../queries/figures.ts'
import { mayIn } from '../rules/access.ts'
import { monthsToSet, monthsWaiting } from '../rules/figure-settings.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'

/** Figures before they are published, and what they wait for. */
export function figureRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, figurePaths.home, caseworkGate('figures', 'read'), async ({ reader, visit, ties }) => {
    const settings = await findFamilySettings(reader)
    const last = await findLastPublished(reader)
    const waiting: WaitingMonth[] = []
    if (mayIn(ties.relations, 'figures', 'preview'))
      for (const month of monthsWaiting(visit.today, last)) {
        const setting = settingIn(settings, month)
        const dueOn = month.add({ months: 1 }).add({ days: setting?.lateDays ?? 0 })
        waiting.push({ month, dueOn, figures: await previewMonth(reader, month) })
      }
    return (
      <FiguresPage
        {...{ visit, settings, last, relations: ties.relations }}
        voice={await listVoiceRules(reader)}
        waiting={mayIn(ties.relations, 'figures', 'preview') ? waiting : undefined}
        maySet={mayIn(ties.relations, 'figures', 'set')}
      />
    )
  })
  formsWith(problemWords)(app, needs, figurePaths.set, caseworkGate('figures', 'set'), async (asked) =>
    form(await settingShape(asked), parseFigureSetting(monthsToSet(asked.visit.today)), async (doer, input) =>
      leadTo(await setFigureSetting(needs, doer, input), () => figurePaths.home),
    ),
  )
  formsWith(problemWords)(app, needs, figurePaths.voice, caseworkGate('figures', 'set'), async ({ reader, visit }) => {
    const [latest] = await listVoiceRules(reader)
    const months = monthsToSet(visit.today).filter((one) => one > (latest?.startsOn.toPlainYearMonth().toString() ?? ''))
    return form(voiceShape(months, latest), parseVoiceRule(months), async (doer, input) =>
      leadTo(await setVoiceRule(needs, doer, input), () => figurePaths.home),
    )
  })
}

const monthOptions = (months: readonly string[]) =>
  months.map((value) => ({ value, text: monthInWords(Temporal.PlainYearMonth.from(value).toPlainDate({ day: 1 })) }))

const crumbs = [
  { text: 'Families', href: '/families' },
  { text: 'Figures', href: figurePaths.home },
]

function voiceShape(months: readonly string[], latest: VoiceRule | undefined): FormShape {
  const groups: FormShape['groups'] = [
    {
      fields: [
        { kind: 'select', name: 'startsOn', label: 'From which month?', options: monthOptions(months) },
        { kind: 'number', name: 'fromAge', label: 'From which age is a child asked?', hint: 'In whole years, from 0 to 17' },
        {
          ...{ kind: 'number', name: 'dueAfterDays', label: 'After how many days is a child’s own entry due?' },
          hint: 'From 0 to 366, counted from the last review, the beginning or coming back',
        },
        { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
      ],
    },
  ]
  return {
    title: 'When a child’s own entry is due',
    lead: 'It makes another version of the figure of families where a child spoke. Everybody reads from which month it holds, and who set it; months that are over keep theirs.',
    ...{ breadcrumbs: crumbs, cancel: figurePaths.home, groups, submit: 'Set and sign' },
    first: { fromAge: String(latest?.fromAge ?? ''), dueAfterDays: String(latest?.dueAfterDays ?? '') },
  }
}

async function settingShape({ reader, visit }: AskedCasework): Promise<FormShape> {
  const [latest] = await findFamilySettings(reader)
  const options = monthOptions(monthsToSet(visit.today))
  return {
    title: 'What figures wait for',
    lead: 'It holds from the month you choose, and stands under the figures with your name and today’s date for everybody to read. Months that are over keep what held in them.',
    breadcrumbs: crumbs,
    cancel: figurePaths.home,
    groups: [
      {
        fields: [
          { kind: 'select', name: 'startsOn', label: 'From which month?', options },
          {
            ...{ kind: 'number', name: 'lateDays', label: 'How many days after a month are late entries waited for?' },
            hint: 'From 0 to 60. The month is published after them',
          },
          {
            ...{ kind: 'number', name: 'percentFrom', label: 'Of how many or more is a percentage shown?' },
            hint: 'From 10 to 1,000. Fewer make a percentage of chance',
          },
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
        ],
      },
    ],
    submit: 'Set and sign',
    first: { lateDays: String(latest?.lateDays ?? ''), percentFrom: String(latest?.percentFrom ?? '') },
  }
}
