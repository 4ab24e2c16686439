import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { takeBackSuccession } from '../commands/take-back.ts'
import { takeBackForm } from '../forms/succession.ts'
import { TakeBackPreview } from '../pages/take-back.tsx'
import { organisationPath } from '../paths.ts'
import { findOrganisation } from '../queries/organisations.ts'
import { findActsOf, findRecordedAct } from '../queries/succession-acts.ts'
import { refuseTakingBack } from '../rules/take-back.ts'
import { backTo, toOrganisations } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** Takes back what was recorded to have become of an organisation; shows first what will be as before, or what is in the way. */
export async function takenBackSuccession(asked: Asked): Promise<FormSpec<z.output<typeof takeBackForm>>> {
  const { id, name } = known(await findOrganisation(asked.reader, asked.id('organisation')))
  const kept = known((await findActsOf(asked.reader, id)).find((one) => one.id === asked.id('act')))
  const recorded = await findRecordedAct(asked.reader, kept)
  const made = kept.parties.filter(({ part }) => part === 'made').map((party) => party.id)
  const elsewhere = made.length === 0 ? [] : await asked.elsewhere(asked.reader, made)
  const page = organisationPath(id)
  return {
    shape: {
      title: 'Take back what became of it',
      caption: name,
      breadcrumbs: [...toOrganisations, { text: name, href: page }],
      above: <TakeBackPreview view={{ kept, recorded, refusals: refuseTakingBack(recorded), elsewhere }} />,
      fields: [{ kind: 'lines', name: 'reason', label: 'Why is it taken back?', hint: 'Everybody reads this on its page' }],
      submit: 'Take it back',
      first: {},
      version: kept.version,
      cancel: backTo(page),
      warning: 'It stays recorded that this was said, until when, and why it was taken back.',
    },
    parse: (posted) => parseForm(takeBackForm, posted),
    perform: async (input) =>
      mapped(await takeBackSuccession(asked.db, asked.visit, { ...input, organisation: id, act: kept.id }), () => page),
  }
}
