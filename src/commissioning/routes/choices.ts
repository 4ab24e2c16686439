import { type AskedBoard, listAreas, listOrganisationsOn, listPeople } from '#governance/public-data.ts'
import type { FieldOption } from '#platform/web/form-page/form-fields.tsx'

type Asking = Pick<AskedBoard, 'reader' | 'visit'>

/** The organisations that exist today. */
export async function organisationOptions({ reader, visit }: Asking): Promise<readonly FieldOption[]> {
  return (await listOrganisationsOn(reader, visit.today)).map(({ id, name }) => ({ value: id, text: name }))
}

/** The people of the directory. */
export async function peopleOptions({ reader }: Asking): Promise<readonly FieldOption[]> {
  return (await listPeople(reader)).map(({ id, name }) => ({ value: id, text: name }))
}

/** The areas of today that are large enough for a service. */
export async function areaOptions({ reader, visit }: Asking): Promise<readonly FieldOption[]> {
  return (await listAreas(reader, visit.today)).filter(({ kind }) => kind !== 'ward').map(({ id, name }) => ({ value: id, text: name }))
}
