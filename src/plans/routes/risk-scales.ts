import type { Hono } from 'hono'
import type { Asked } from '#governance/public-data.ts'
import { datedRulesPath } from '#governance/rule-paths.ts'
import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { form, formsWith, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { FormBody } from '#platform/web/form-body.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addRiskScale } from '../commands/risk-scales.ts'
import { cellField, levelsOf, parseScale, parseScaleSize, scaleSizes } from '../forms/risk-scale.ts'
import type { PlansNeeds } from '../needs.ts'
import { riskPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { guardedScale, listRiskScales } from '../queries/risks.ts'
import { type RiskScale, riskGrades, scaleOn } from '../rules/risk.ts'
import { gradeWords, riskProblemWords } from '../words/risk.ts'
import { begin } from './gates.ts'

const words: Readonly<Record<string, string>> = {
  'grade-falls': 'This weighs less than a place that is no likelier and no graver. Raise it, or lower the other',
  'word-twice': 'Two levels have this name. Give each one of its own',
  'scale-in-past': 'Choose today or a later day: what was scored until now stays as it was',
  'scale-that-day': 'A scale begins on this day already, and stays. Choose another day',
}
const formAt = formsWith((problem: FieldProblem) => words[problem.code] ?? riskProblemWords(problem))
const breadcrumbs = [{ text: 'Rates and rules of the law', href: datedRulesPath }]

const administrators: Gate<Asked> = async (reader, c) => {
  const asked = await begin(reader, c)
  demandOf(asked.standing, asked.visit, guardedScale, 'add')
  return asked
}

/** How many levels the new scale has, as its address says. @throws NotFound for a number that no scale has */
function sizeOf(asked: Asked): number {
  const size = scaleSizes.find((one) => one === asked.part('levels'))
  if (size === undefined) throw new NotFound('A scale has 2 to 7 levels.')
  return Number(size)
}

/** New versions of the scale of risks, set by administrators (P5). */
export function riskScaleRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, riskPaths.newScale, administrators, async (asked) =>
    form(sizeShape(scaleOn(await listRiskScales(asked.reader), asked.visit.today)), parseScaleSize, async (_, { levels }) => ({
      ...{ ok: true, value: riskPaths.newScaleOf(Number(levels)) },
    })),
  )
  formAt(app, needs, '/risk-scales/new/:levels', administrators, async (asked) => {
    const size = sizeOf(asked)
    const scales = await listRiskScales(asked.reader)
    return form(scaleShape(size, scaleLike(scales, size)), parseScale(size), async (doer, input) =>
      leadTo(await addRiskScale(needs, doer, input), () => `${datedRulesPath}#risk-scales`),
    )
  })
}

/** The latest scale of so many levels: what a new one begins from. */
const scaleLike = (scales: readonly RiskScale[], size: number): RiskScale | undefined => scales.find(({ levels }) => levels === size)

function sizeShape(now: RiskScale | undefined): FormShape {
  return {
    title: 'Set a new scale for risks',
    lead: 'First, how many levels of likelihood and of impact does it have? The page after this one asks for their names and the grade of every place.',
    breadcrumbs,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'levels', label: 'How many levels?' },
            options: scaleSizes.map((value) => ({ value, text: `${value} by ${value}` })),
          },
        ],
      },
    ],
    submit: 'Go on',
    first: now ? { levels: String(now.levels) } : {},
    cancel: datedRulesPath,
  }
}

function scaleShape(size: number, like: RiskScale | undefined): FormShape {
  const levels = levelsOf(size)
  const named = (axis: 'likelihood' | 'impact', heading: string) => ({
    heading,
    fields: levels.map(
      (level): FieldSpec => ({
        ...{
          kind: 'line',
          name: `${axis}${level}`,
          label: `Level ${level}${level === 1 ? ', the least' : level === size ? ', the most' : ''}`,
        },
      }),
    ),
  })
  const options = riskGrades.map((value) => ({ value, text: gradeWords[value].word }))
  return {
    title: 'Set a new scale for risks',
    caption: `${size} by ${size}`,
    lead: 'It holds from its day on, and is never changed: a later version follows it. What was scored before stays under the scale of its day.',
    breadcrumbs,
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'What is it called?' },
          { kind: 'line', name: 'source', label: 'Where is it written?', hint: 'Who decided it, and when' },
          { kind: 'day', name: 'startsOn', label: 'From', hint: 'Today or a later day' },
        ],
      },
      named('likelihood', 'How likely'),
      named('impact', 'How grave'),
      ...levels.toReversed().map((likelihood) => ({
        heading: `Where likelihood is ${likelihood}${like ? ` (${like.likelihood[likelihood - 1]?.toLowerCase()})` : ''}`,
        fields: levels.map(
          (impact): FieldSpec => ({
            ...{ kind: 'select', name: cellField({ likelihood, impact }), options },
            label: `Likelihood ${likelihood}, impact ${impact}`,
          }),
        ),
      })),
    ],
    submit: 'Set this scale',
    first: firstOf(like),
    cancel: datedRulesPath,
  }
}

function firstOf(like: RiskScale | undefined): FormBody {
  if (like === undefined) return {}
  return Object.fromEntries([
    ...like.likelihood.map((word, index) => [`likelihood${index + 1}`, word]),
    ...like.impact.map((word, index) => [`impact${index + 1}`, word]),
    ...like.cells.map((cell) => [cellField(cell), cell.grade]),
  ])
}
