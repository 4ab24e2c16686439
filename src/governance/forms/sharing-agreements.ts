import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, text, uuid, uuids, version } from '#platform/web/fields.ts'

const words = {
  title: text(200),
  data: longText(4000),
  purpose: longText(4000),
  lawfulBasis: longText(2000),
  owner: uuid(),
  sight: choice(['members', 'public']),
  startsOn: day(),
  endsOn: optionalDay(),
  reviewOn: day(),
}

/** A sharing agreement. */
export const sharingForm = z.object({ ...words, parties: uuids() })

/** What changes about one. */
export const changedSharingForm = z.object({ ...words, version: version() })

/** The signature of a party. */
export const sharingSignatureForm = z.object({ signedBy: text(200), signedOn: day() })

/** That it was looked at again. */
export const sharingReviewForm = z.object({ reviewedOn: day(), outcome: longText(2000), nextOn: day(), version: version() })

/** That it no longer holds. */
export const withdrawnSharingForm = z.object({ withdrawnOn: day(), because: longText(1000), version: version() })

/** Who may read the signed paper; the file itself is no field. */
export const signedPaperForm = z.object({ sight: choice(['members', 'public']), version: version() })
