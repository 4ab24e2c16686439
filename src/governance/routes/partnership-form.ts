import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { namePartnership } from '../commands/partnership.ts'
import { partnershipNameForm } from '../forms/records.ts'
import { partnershipNamePath } from '../paths.ts'
import { findPartnershipName } from '../queries/partnership.ts'
import { backTo } from './crumbs.ts'
import type { Asked, FormSpec } from './endpoint.tsx'
import { mapped } from './outcome.ts'

const administration = partnershipNamePath.replace('/name', '')

/** Names the partnership. */
export async function partnershipName({ db, reader, visit }: Asked): Promise<FormSpec<z.output<typeof partnershipNameForm>>> {
  return {
    shape: {
      title: 'Name the partnership',
      breadcrumbs: [{ text: 'Administration', href: administration }],
      fields: [
        {
          kind: 'line',
          name: 'name',
          label: 'Name',
          hint: 'It stands at the top of every page, in mails and on packs. Other pages show it within a minute',
        },
      ],
      submit: 'Save the name',
      first: { name: (await findPartnershipName(reader)) ?? '' },
      cancel: backTo(administration),
    },
    parse: (body) => parseForm(partnershipNameForm, body),
    perform: async (input) => mapped(await namePartnership(db, visit, input), () => administration),
  }
}
