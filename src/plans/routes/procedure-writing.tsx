import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { succeed } from '#platform/result.ts'
import { actsWith, form, formsWith, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { confirmReading, giveFeedback, replyToFeedback } from '../commands/procedure-said.ts'
import {
  askAboutProcedure,
  dropProcedureDraft,
  issueProcedure,
  isWorkedOn,
  keepProcedureDocument,
  recordProcedureOpinion,
  reviseProcedure,
  writeProcedure,
} from '../commands/procedure-versions.ts'
import { beginProcedure, changeProcedure, reviewProcedure, setProcedureAudience, withdrawProcedure } from '../commands/procedures.ts'
import {
  parseChangedProcedure,
  parseFeedbackReply,
  parseIssue,
  parseProcedure,
  parseProcedureAsk,
  parseProcedureAudience,
  parseProcedureDocument,
  parseProcedureFeedback,
  parseProcedureOpinion,
  parseProcedureReview,
  parseProcedureText,
  parseReviseProcedure,
  parseWithdrawProcedure,
} from '../forms/procedure.ts'
import type { PlansNeeds } from '../needs.ts'
import { procedurePaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findOneFeedback, type ProcedureFeedback } from '../queries/procedure-readers.ts'
import { findProcedureOpinion, guardedProcedure, mustRead, type ProcedureOpinion, type ProcedureVersion } from '../queries/procedures.ts'
import { procedureProblemWords } from '../words/procedure.ts'
import { begin } from './gates.ts'
import { type AskedProcedure, aboutProcedure, libraryGate, procedureChangeGate, procedureGate } from './procedure-gates.ts'
import { askShape, feedbackShape, opinionShape, replyShape } from './procedure-said-shapes.ts'
import {
  audienceShape,
  beginProcedureShape,
  documentShape,
  dropShape,
  editProcedureShape,
  issueShape,
  reviewProcedureShape,
  reviseProcedureShape,
  withdrawShape,
  writeProcedureShape,
} from './procedure-shapes.tsx'

const formAt = formsWith(procedureProblemWords)
const actAt = actsWith(procedureProblemWords)
const back = ({ procedure }: AskedProcedure): string => procedurePaths.procedure(procedure.id)

/** The draft of a procedure, for whoever may do that with it. @throws NotFound where there is none */
function draftGate(verb: 'change' | 'issue'): Gate<AskedProcedure & { readonly draft: ProcedureVersion }> {
  return async (reader, c) => {
    const asked = await procedureChangeGate(verb)(reader, c)
    const draft = asked.versions.find(isWorkedOn)
    if (!draft) throw new NotFound('No version of it is a draft.')
    return { ...asked, draft }
  }
}
const opinionGate: Gate<AskedProcedure & { readonly opinion: ProcedureOpinion }> = async (reader, c) => {
  const asked = await begin(reader, c)
  const { opinion, procedure, version } = await findProcedureOpinion(reader, asked.part('opinion'))
  demandOf(asked.standing, asked.visit, guardedProcedure(procedure), 'change')
  if (!isWorkedOn(version)) throw new NotFound('The version is no draft any more.')
  return { ...(await aboutProcedure(asked, procedure)), opinion }
}
const replyGate: Gate<AskedProcedure & { readonly said: ProcedureFeedback }> = async (reader, c) => {
  const asked = await begin(reader, c)
  const { said, procedure } = await findOneFeedback(reader, asked.part('feedback'))
  demandOf(asked.standing, asked.visit, guardedProcedure(procedure), 'change')
  return { ...(await aboutProcedure(asked, procedure)), said }
}
/** A procedure, for somebody signed in who says something of it or that they have read it. */
const saying =
  (verb: 'confirm' | 'say'): Gate<AskedProcedure> =>
  async (reader, c) => {
    const asked = await procedureGate(reader, c)
    const isAsked = await mustRead(reader, asked.procedure.id)
    demandOf(asked.standing, asked.visit, guardedProcedure(asked.procedure, isAsked ? asked.standing.person?.id : undefined), verb)
    return asked
  }

/** Writing the library: owners and clerks write drafts, clerks issue them, anybody signed in says that they read it and what does not work. */
export function procedureWritingRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/boards/:slug/procedures/new', libraryGate('make'), async (asked) =>
    form(await beginProcedureShape(asked), parseProcedure, async (doer, input) =>
      leadTo(await beginProcedure(needs, doer, asked.body.id, input), ({ id }) => procedurePaths.procedure(id)),
    ),
  )
  headRoutes(app, needs)
  draftRoutes(app, needs)
  formAt(app, needs, '/procedure-opinions/:opinion', opinionGate, async (asked) =>
    form(opinionShape(asked, asked.opinion), parseProcedureOpinion, async (doer, input) =>
      leadTo(await recordProcedureOpinion(needs, doer, asked.opinion.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/feedback', saying('say'), async (asked) =>
    form(feedbackShape(asked), parseProcedureFeedback, async (doer, input) =>
      leadTo(await giveFeedback(needs, doer, asked.procedure.id, input), () => `${back(asked)}#feedback`),
    ),
  )
  formAt(app, needs, '/procedure-feedback/:feedback', replyGate, async (asked) =>
    form(replyShape(asked, asked.said), parseFeedbackReply, async (doer, input) =>
      leadTo(await replyToFeedback(needs, doer, asked.said.id, input), () => `${back(asked)}#feedback`),
    ),
  )
  const confirm = async (asked: AskedProcedure, doer: Parameters<typeof confirmReading>[1]) =>
    leadTo(await confirmReading(needs, doer, asked.procedure.id), () => `${back(asked)}#read`)
  actAt(app, needs, '/procedures/:procedure/read', saying('confirm'), confirm, back)
}

function headRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/procedures/:procedure/edit', procedureChangeGate('issue'), async (asked) =>
    form(await editProcedureShape(asked), parseChangedProcedure, async (doer, input) =>
      leadTo(await changeProcedure(needs, doer, asked.procedure.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/audience', procedureChangeGate('issue'), async (asked) =>
    form(await audienceShape(asked), parseProcedureAudience, async (doer, input) =>
      leadTo(await setProcedureAudience(needs, doer, asked.procedure.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/review', procedureChangeGate('change'), async (asked) =>
    form(reviewProcedureShape(asked), parseProcedureReview, async (doer, input) =>
      leadTo(await reviewProcedure(needs, doer, asked.procedure.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/withdraw', procedureChangeGate('issue'), async (asked) =>
    form(withdrawShape(asked), parseWithdrawProcedure, async (doer, input) =>
      leadTo(await withdrawProcedure(needs, doer, asked.procedure.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/revise', procedureChangeGate('change'), async (asked) =>
    form(reviseProcedureShape(asked), parseReviseProcedure, async (doer, input) =>
      leadTo(await reviseProcedure(needs, doer, asked.procedure.id, input), () => procedurePaths.step(asked.procedure.id, 'write')),
    ),
  )
}

function draftRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  const toDraft = ({ procedure, draft }: AskedProcedure & { readonly draft: ProcedureVersion }) =>
    procedurePaths.version(procedure.id, draft.number)
  formAt(app, needs, '/procedures/:procedure/write', draftGate('change'), async (asked) =>
    form(await writeProcedureShape(asked, asked.draft), parseProcedureText, async (doer, input) =>
      leadTo(await writeProcedure(needs, doer, asked.procedure.id, input), () => toDraft(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/document', draftGate('change'), async (asked) =>
    form(documentShape(asked, asked.draft), parseProcedureDocument, async (doer, input) =>
      leadTo(await keepProcedureDocument(needs, doer, asked.procedure.id, input), () => toDraft(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/ask', draftGate('change'), async (asked) =>
    form(askShape(asked), parseProcedureAsk, async (doer, input) =>
      leadTo(await askAboutProcedure(needs, doer, asked.procedure.id, input), () => toDraft(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/issue', draftGate('issue'), async (asked) =>
    form(issueShape(asked, asked.draft), parseIssue, async (doer, input) =>
      leadTo(await issueProcedure(needs, doer, asked.procedure.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/procedures/:procedure/drop', draftGate('change'), async (asked) =>
    form(dropShape(asked, asked.draft), succeed, async (doer) =>
      leadTo(await dropProcedureDraft(needs, doer, asked.procedure.id), () => procedurePaths.ofBoard(asked.board.slug)),
    ),
  )
}
