import type { Context, Hono } from 'hono'
import { type Writer, writeAtOneMoment } from '#platform/database/session.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { filledPaper, type PaperEdition, paperPdf } from '../assessment-paper.ts'
import { type AskedPaper, findToRead, hasRead, recordRead, wordsOf } from '../commands/paper-sure.ts'
import { parseSure } from '../forms/assessment.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { paperPaths } from '../paper-paths.ts'
import { findAnswers, findAround, findAssessment, findContributions, findDrafts, findSavedParts } from '../queries/assessments.ts'
import { findDefinition } from '../queries/forms.ts'
import { findKnown, findKnownThen, type KnownSources } from '../queries/known.ts'
import { findMembers, findOpenClasses } from '../queries/people.ts'
import { findDissents } from '../queries/putting-right.ts'
import { readerOf } from './assessment-readers.ts'
import { aboutAssessment } from './assessment-shapes.ts'
import { paperSureShape } from './paper-sure-shape.ts'
import { contentFormAt, type LookedAt, lookingGate } from './sections.tsx'

const one = '/families/:episode/assessment/:assessment'
type Print = 'paper' | 'large'
type All = Awaited<ReturnType<typeof findAll>> & { readonly known: KnownSources }

/** What an assessment's page shows, as far as whoever looks may read it. */
export async function findAll(asked: LookedAt) {
  const { visit, tx, family, ties } = asked
  const assessment = await findAssessment(tx, family.id, asked.part('assessment'))
  return {
    ...{ visit, family, ties, assessment },
    definition: await findDefinition(tx, assessment.formVersion),
    answers: await findAnswers(tx, assessment.id),
    saved: await findSavedParts(tx, assessment.id),
    drafts: await findDrafts(tx, assessment.id),
    around: await findAround(tx, assessment.id),
    contributions: await findContributions(tx, assessment.id),
    open: await findOpenClasses(tx, family.id),
  }
}

/** What the record says: of today, or of the moment when the assessment was complete. */
export async function knownOf(asked: LookedAt, assessment: { readonly id: string; readonly completedAt: Temporal.Instant | undefined }) {
  const of = { family: asked.family, assessment: assessment.id }
  return assessment.completedAt ? findKnownThen(asked.tx, of) : findKnown(asked.tx, of, asked.visit.today)
}

/** An assessment for one reader, as a document and as the paper that is asked about. */
async function paperOf(
  asked: LookedAt,
  all: All,
  named: string | undefined,
  edition: PaperEdition,
): Promise<{ readonly document: DocumentInput; readonly paper: AskedPaper }> {
  const reader = await readerOf(asked, named)
  const document = filledPaper({ ...all, dissents: await findDissents(asked.tx, asked.family.id), reader }, edition)
  return {
    document,
    paper: {
      of: { class: 'assessment', assessment: all.assessment.id },
      recipient: named,
      words: wordsOf([document.facts, document.sections]),
    },
  }
}

/** Whether what the page that reads it whole says names what is withheld from anybody of the family: it can be printed, too. */
export async function toldOf(asked: LookedAt, all: All): Promise<'exact' | 'loose' | undefined> {
  const { visit } = asked
  const { paper } = await paperOf(asked, all, undefined, { partnership: visit.partnership, large: false, madeAt: visit.now })
  const contributed = all.contributions.flatMap(({ answers }) => answers.map(({ words }) => words))
  return (await findToRead(asked, { ...paper, words: wordsOf([paper.words, contributed]) }))?.told
}

const editionOf = (c: Context<AppEnv, string>, print: Print): PaperEdition => {
  const visit = c.get('visit')
  return { partnership: visit.partnership, large: print === 'large', madeAt: visit.now }
}

/** On paper: read in one look, set as a PDF outside of it, and kept in no cache; where its words name what is withheld from its reader it is asked about first (E1). */
export function assessmentPaperRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  for (const print of ['paper', 'large'] as const)
    app.get(`${one}/${print}.pdf`, async (c) => {
      const edition = editionOf(c, print)
      const named = c.req.query('for')
      const document = await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
        const asked = await lookingGate('assessment-print')(tx, c)
        const { document: made, paper } = await paperOf(asked, await findAllKnown(asked), named, edition)
        return (await findToRead(asked, paper)) && !(await hasRead(asked, paper)) ? undefined : made
      })
      const { episode, assessment } = c.req.param()
      if (!document) return c.redirect(paperPaths.beforeAssessment(episode, assessment, { print, named }), 303)
      c.header('Cache-Control', 'no-store')
      return c.body(await paperPdf(document, edition), 200, { 'Content-Type': 'application/pdf' })
    })
  contentFormAt(app, needs, `${one}/before-print`, beforePrint, async (asked) => {
    const { family, paper, toRead, print, named, assessment } = asked
    const reader = (await findMembers(asked.tx, family.family)).find(({ id }) => id === named)?.name
    const action = paperPaths.beforeAssessment(family.id, assessment.id, { print, named, shown: toRead?.digest })
    return form(paperSureShape(aboutAssessment(asked, assessment), { toRead, reader, action }), parseSure, async (doer, { sure }) =>
      leadTo(
        await recordRead(needs, doer, { episode: family.id, verb: 'assessment-print' }, { paper, shown: asked.shown ?? '', sure }),
        () => paperPaths.assessment(family.id, assessment.id, { print, named }),
      ),
    )
  })
}

async function beforePrint(tx: Writer, c: Context<AppEnv, string>) {
  const asked = await lookingGate('assessment-print')(tx, c)
  const all = await findAllKnown(asked)
  const [print, named]: readonly [Print, string | undefined] = [c.req.query('print') === 'large' ? 'large' : 'paper', c.req.query('for')]
  const { paper } = await paperOf(asked, all, named, editionOf(c, print))
  return { ...asked, paper, print, named, shown: c.req.query('read'), assessment: all.assessment, toRead: await findToRead(asked, paper) }
}

async function findAllKnown(asked: LookedAt): Promise<All> {
  const all = await findAll(asked)
  return { ...all, known: await knownOf(asked, all.assessment) }
}
