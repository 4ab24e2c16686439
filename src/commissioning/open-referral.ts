import type { OfferedService } from './queries/directory.ts'

/** A page of services as Open Referral UK gives them (version 3.0, a profile of the Human Services Data Specification 3.0). */
export interface OpenReferralPage {
  readonly total_items: number
  readonly total_pages: number
  readonly page_number: number
  readonly size: number
  readonly first_page: boolean
  readonly last_page: boolean
  readonly empty: boolean
  readonly contents: readonly object[]
}

/** How many services one page holds. */
const SIZE = 50

/** One page of the directory; a page beyond the last is empty. `page` counts from 1. */
export function openReferralPage(offer: readonly OfferedService[], page: number): OpenReferralPage {
  const pages = Math.max(1, Math.ceil(offer.length / SIZE))
  const contents = offer.slice((page - 1) * SIZE, page * SIZE).map(openReferralService)
  return {
    ...{ total_items: offer.length, total_pages: pages, page_number: page, size: contents.length },
    ...{ first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents },
  }
}

/**
 * One service; what is not recorded is left out rather than empty. For whom it is, how one gets it and its telephone stand in its description: the profile
 * has no field for them.
 */
export function openReferralService({ service, entry }: OfferedService): object {
  const told = (name: string, value: string): object => (value === '' ? {} : { [name]: value })
  const group = [service.clientGroupName, service.ages].filter(Boolean).join(', ')
  const description = [
    service.summary,
    group && `For: ${group}`,
    entry.how && `How to get it: ${entry.how}`,
    entry.telephone && `Telephone: ${entry.telephone}`,
  ]
  const isRunElsewhere = service.runByName !== ''
  const organization = {
    ...{ id: service.runBy ?? service.id, name: isRunElsewhere ? service.runByName : service.leadName },
    // The profile demands words.
    description: isRunElsewhere ? 'Provides this service' : 'Commissions this service',
  }
  return {
    ...{
      id: service.id,
      name: service.title,
      ...told('description', description.filter(Boolean).join('\n')),
      organization_id: organization.id,
      organization,
    },
    status: service.status === 'paused' ? 'temporarily closed' : 'active',
    ...{ ...told('url', entry.website), ...told('email', entry.email), ...told('fees', entry.cost) },
    ...(entry.checkedOn === undefined ? {} : { assured_date: entry.checkedOn.toString() }),
    service_areas: service.areas.map(({ id, name }) => ({ id, name })),
    schedules: entry.opening === '' ? [] : [{ id: service.id, description: entry.opening }],
  }
}
