import type { Hono } from 'hono'
import { writeAtOneMoment } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { found } from '../commands/plan-look.ts'
import { addSignedPage, recordSigned, takeBackPage } from '../commands/signed-copy.ts'
import { parseSigned, parseSignedPage, parseWrongPage } from '../forms/plan-review.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { familyPaths } from '../paths.ts'
import { findPrints, findSignedPage, findSignedPages } from '../queries/plan.ts'
import { idOf } from '../queries/ties.ts'
import { type AskedPlan, planForm, planGate } from './plan-gate.ts'
import { contentFormAt } from './sections.tsx'

const root = '/families/:episode/plan/prints/:print'
const photograph = {
  hint: 'A photograph of the page, as JPEG or PNG. A PDF is not taken: photograph the paper, or save each page as a picture. It is kept with this record and nowhere else',
  kind: 'file',
  name: 'file',
} as const

/** A signed copy of the plan that comes back, with photographs of its pages. */
export function signedCopyRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const [paper, lead] = [planGate('plan-paper'), planGate('plan-lead')]
  contentFormAt(app, needs, `${root}/signed`, lead, async (asked) => {
    const print = await printAt(asked)
    return form(signedShape(asked, print), parseSigned, async (doer, input) =>
      leadTo(await recordSigned(needs, doer, { episode: asked.family.id, print: print.id }, input), () =>
        familyPaths.print(asked.family.id, print.id),
      ),
    )
  })
  contentFormAt(app, needs, `${root}/pages/new`, lead, async (asked) => {
    const print = await printAt(asked)
    return form(
      pageShape(asked, print.id, (await findSignedPages(asked.tx, print.id)).standing.length + 1),
      parseSignedPage,
      async (doer, input) =>
        leadTo(await addSignedPage(needs, doer, { episode: asked.family.id, print: print.id }, input), () =>
          familyPaths.print(asked.family.id, print.id),
        ),
    )
  })
  contentFormAt(app, needs, `${root}/pages/:page/wrong`, lead, async (asked) => {
    const print = await printAt(asked)
    const page = found((await findSignedPages(asked.tx, print.id)).standing.find(({ id }) => id === asked.part('page')))
    return form(wrongShape(asked, print.id, page.number), parseWrongPage, async (doer, input) =>
      leadTo(await takeBackPage(needs, doer, { episode: asked.family.id, print: print.id, page: page.id }, input), () =>
        familyPaths.print(asked.family.id, print.id),
      ),
    )
  })
  app.get(`${root}/pages/:page`, async (c) => {
    const page = await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
      const asked = await paper(tx, c)
      return findSignedPage(tx, (await printAt(asked)).id, idOf(asked.part('page')))
    })
    if (!page?.bytes) throw new NotFound('No such page.')
    return c.body(new Uint8Array(page.bytes), 200, {
      ...{
        'content-type': page.mediaType,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-disposition': 'inline',
      },
    })
  })
}

const printAt = async ({ tx, family, part }: AskedPlan) => found((await findPrints(tx, family.id)).find(({ id }) => id === part('print')))

const signedShape = (asked: AskedPlan, print: { readonly id: string; readonly version: number }): FormShape => ({
  ...planForm(asked),
  title: 'A signed copy came back',
  groups: [
    {
      fields: [
        { kind: 'day', name: 'signedOn', label: 'Signed on' },
        { kind: 'lines', name: 'signedWords', label: 'Who signed, and where is the paper kept?' },
        { ...photograph, label: 'A photograph of it, if you can take one' },
      ],
    },
  ],
  submit: 'Record it',
  cancel: familyPaths.print(asked.family.id, print.id),
  first: dayValues('signedOn', asked.visit.today),
  version: print.version,
})

const pageShape = (asked: AskedPlan, print: string, number: number): FormShape => ({
  ...planForm(asked),
  title: `Add page ${number} of the signed copy`,
  lead: 'Look at it before you choose it: what is kept stays as it came. A photograph of the wrong paper can be taken back, with a reason.',
  groups: [{ fields: [{ ...photograph, label: `Page ${number}` }] }],
  submit: 'Keep this page',
  cancel: familyPaths.print(asked.family.id, print),
  first: {},
})

const wrongShape = (asked: AskedPlan, print: string, number: number): FormShape => ({
  ...planForm(asked),
  title: `Take back the photograph of page ${number}`,
  lead: 'For a photograph of the wrong paper, or one that nobody can read.',
  groups: [
    {
      fields: [
        {
          kind: 'lines',
          name: 'because',
          label: 'Why is it the wrong one?',
          hint: 'This stays. If it is another family’s paper, do not write who they are',
        },
      ],
    },
  ],
  submit: 'Destroy this photograph',
  look: 'warning',
  warning:
    'The photograph is destroyed at once and cannot be brought back. It stays on record that there was one, who took it back, when and why. If another family’s paper was read here, tell the owner of information governance.',
  cancel: familyPaths.print(asked.family.id, print),
  first: {},
})
