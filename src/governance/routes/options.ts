import type { FieldOption } from '#platform/web/form-page/form-fields.tsx'
import { type Code, listCodes } from '../queries/codes.ts'
import { listOrganisationsOn } from '../queries/organisations.ts'
import { listPeople } from '../queries/people.ts'
import type { Asked } from './endpoint.tsx'

/** The organisations of today, to choose one. */
export async function organisationOptions({ reader, visit }: Asked): Promise<readonly FieldOption[]> {
  return (await listOrganisationsOn(reader, visit.today)).map(({ id, name }) => ({ value: id, text: name }))
}

/** Everybody, to choose somebody. */
export async function personOptions({ reader }: Asked): Promise<readonly FieldOption[]> {
  return (await listPeople(reader)).map(({ id, name }) => ({ value: id, text: name }))
}

/** The codes of a list that hold today. */
export async function codesOf({ reader, visit }: Asked, list: string): Promise<readonly Code[]> {
  return listCodes(reader, list, visit.today)
}

/** Codes as options. */
export function codeOptions(codes: readonly Code[]): readonly FieldOption[] {
  return codes.map(({ code, label }) => ({ value: code, text: label }))
}
