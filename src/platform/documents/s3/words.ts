import type { S3Place } from './requests.ts'

const keyCodes = new Set(['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidToken'])
const regionCodes = new Set([
  'AuthorizationHeaderMalformed',
  'PermanentRedirect',
  'TemporaryRedirect',
  'IllegalLocationConstraintException',
])

/** What a refusal of the store means, and which setting mends it; `code` is that of the S3 API, empty where the store gave none. */
export function sentenceFor({ endpoint, bucket, region }: S3Place, status: number, code: string): string {
  const from = `The document store at ${endpoint}`
  if (code === 'NoSuchBucket') return `${from} has no bucket ${bucket}: make it, or correct DOCUMENTS_S3_BUCKET.`
  if (keyCodes.has(code))
    return `${from} does not know the access key, or not this secret of it: look at DOCUMENTS_S3_ACCESS_KEY and DOCUMENTS_S3_SECRET_KEY.`
  if (code === 'RequestTimeTooSkewed') return `${from} says that this machine's clock is wrong.`
  if (regionCodes.has(code) || (status >= 300 && status < 400))
    return `${from} answers that ${bucket} is not in the region ${region}: look at DOCUMENTS_S3_REGION and DOCUMENTS_S3_ENDPOINT.`
  if (status === 401 || status === 403) return `${from} does not let this access key read, write, list and delete in the bucket ${bucket}.`
  if (status === 507 || code === 'QuotaExceeded' || code === 'XMinioStorageFull') return `${from} is full.`
  return `${from} answers with ${status}${code && ` ${code}`}.`
}
