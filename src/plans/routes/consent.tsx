import type { Hono } from 'hono'
import { type Asked, listBodies } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { actsWith, form, formsWith, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { askBoard, placeApproval, recordOpinion, settleApproval } from '../commands/approvals.ts'
import { parseAsk, parseOpinion, parseSettle } from '../forms/approval.ts'
import type { PlansNeeds } from '../needs.ts'
import { demandOf } from '../permission.ts'
import { type Approval, findApproval, findConsulteeRules, guardedApproval } from '../queries/approvals.ts'
import { findVersions, type PlanHead } from '../queries/plans.ts'
import { likelyAnswer } from '../rules/approval.ts'
import { approvalWords } from '../words/approval.ts'
import { sightWords } from '../words/plan.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedPlan, begin, workedOnGate } from './gates.ts'
import { formCrumbs, workedOnPath } from './shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const anyWorkedOn = workedOnGate('draft', 'consultation', 'approval')

type AskedApproval = Asked & { readonly approval: Approval; readonly head: PlanHead }

/** Consultation and approval: the clerk of the plan asks, the clerk of the board that is asked answers (P3). */
export function consentRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/plans/:plan/approvals/new', anyWorkedOn, async (asked) =>
    form(await askShape(asked), parseAsk, async (doer, input) =>
      leadTo(await askBoard(needs, doer, asked.head.id, input), () => workedOnPath(asked.head)),
    ),
  )
  formAt(app, needs, '/plans/:plan/opinions/new', anyWorkedOn, async (asked) =>
    form(await opinionShape(asked), parseOpinion, async (doer, input) =>
      leadTo(await recordOpinion(needs, doer, asked.head.id, input), () => workedOnPath(asked.head)),
    ),
  )
  actAt(
    app,
    needs,
    '/plan-approvals/:approval/place',
    approvalGate,
    async ({ approval, head }, doer) =>
      leadTo(await placeApproval(needs, doer, { id: approval.id, title: head.title, reference: head.reference }), () => workedOnPath(head)),
    ({ head }) => workedOnPath(head),
  )
  formAt(app, needs, '/plan-approvals/:approval/settle', approvalGate, async (asked) =>
    form(settleShape(asked), parseSettle, async (doer, input) =>
      leadTo(await settleApproval(needs, doer, asked.approval.id, input), () => workedOnPath(asked.head)),
    ),
  )
}

/** An approval, for whoever may answer it. @throws NotFound, Forbidden */
const approvalGate: Gate<AskedApproval> = async (reader, c) => {
  const asked = await begin(reader, c)
  const approval = await findApproval(reader, asked.part('approval'), asked.visit.today)
  if (!approval) throw new NotFound('No such approval.')
  demandOf(asked.standing, asked.visit, guardedApproval(answeringBoard(approval)), 'answer')
  const head = (await findVersions(reader, approval.plan)).find(({ version }) => version === approval.version)
  if (!head) throw new NotFound('No such version.')
  return { ...asked, approval, head }
}

/** Of a board that keeps its records elsewhere, the clerk of the plan records what it said. */
export function answeringBoard(approval: Approval): Pick<Approval, 'board'> {
  return approval.board.isOutside ? { board: { ...approval.board, id: approval.body } } : approval
}

async function askShape({ reader, visit, head }: AskedPlan): Promise<FormShape> {
  const boards = (await listBodies(reader, visit.today)).filter(({ status }) => status !== 'ended')
  return {
    title: 'Put this version to a board',
    caption: `${head.title}, version ${head.number}`,
    lead: 'The clerk of that board brings it to a meeting, and what is decided there returns to the plan. Nobody changes the version meanwhile.',
    breadcrumbs: formCrumbs(head),
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'board',
            label: 'Which board is to approve it?',
            options: boards.map(({ id, name }) => ({ value: id, text: name })),
          },
          {
            ...{ kind: 'radios', name: 'sight', label: 'Who may know of it from now on?' },
            options: optionsOf({ members: sightWords.members, public: sightWords.public }),
            hint: 'The board that is asked reads it in any case',
          },
        ],
      },
    ],
    submit: 'Put to the board',
    first: { sight: head.sight === 'public' ? 'public' : 'members', board: head.body },
    version: head.revision,
    cancel: workedOnPath(head),
  }
}

async function opinionShape({ reader, visit, head }: AskedPlan): Promise<FormShape> {
  const rules = await findConsulteeRules(reader, head.type, visit.today)
  return {
    title: 'Record an opinion',
    caption: `${head.title}, version ${head.number}`,
    breadcrumbs: formCrumbs(head),
    groups: [
      {
        fields: [
          ...(rules.length === 0
            ? []
            : [
                {
                  ...{ kind: 'radios' as const, name: 'rule', label: 'Is it an opinion that the plan must carry?' },
                  options: [
                    ...rules.map(({ id, consultee }) => ({ value: id, text: consultee })),
                    { value: '', text: 'No, somebody else was heard' },
                  ],
                },
              ]),
          { kind: 'line', name: 'consultee', label: 'Whose opinion is it?', hint: 'Leave empty for the one chosen above' },
          { kind: 'day', name: 'givenOn', label: 'When was it given?' },
          { kind: 'lines', name: 'text', label: 'What do they say?', rows: 8 },
          { kind: 'lines', name: 'changedBecause', label: 'What was changed because of it, or why was nothing?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('givenOn', visit.today),
    cancel: workedOnPath(head),
  }
}

function settleShape({ approval, head, visit }: AskedApproval): FormShape {
  const { board, decisions } = approval
  const [latest] = decisions
  const answers = {
    approved: approvalWords.approved.word,
    'approved-with-changes': approvalWords['approved-with-changes'].word,
    'referred-back': approvalWords['referred-back'].word,
  }
  return {
    title: 'Record what the board said',
    caption: `${board.name}: ${head.title}`,
    breadcrumbs: formCrumbs(head),
    groups: [
      {
        fields: [
          ...(board.isOutside
            ? [{ kind: 'day' as const, name: 'decidedOn', label: 'When did it decide?' }]
            : [
                {
                  ...{ kind: 'radios' as const, name: 'decision', label: 'Which decision is it?' },
                  options: decisions.map(({ id, number, text, decidedOn }) => ({
                    ...{ value: id, text: [number, text].filter((part) => part !== '').join(' '), hint: dayInWords(decidedOn) },
                  })),
                },
              ]),
          { kind: 'radios', name: 'answer', label: 'What does it mean for the plan?', options: optionsOf(answers) },
          {
            ...{
              kind: 'lines',
              name: 'words',
              label: board.isOutside ? 'Where is the decision to be found, and what does it ask for?' : 'What does the board ask for?',
            },
            hint: board.isOutside ? undefined : 'Needed unless it is approved as it stands',
          },
        ],
      },
    ],
    submit: 'Record',
    first: {
      ...{ answer: (latest && likelyAnswer(latest.type)) ?? '', decision: latest?.id ?? '' },
      ...dayValues('decidedOn', visit.today),
    },
    version: approval.revision,
    cancel: workedOnPath(head),
  }
}
