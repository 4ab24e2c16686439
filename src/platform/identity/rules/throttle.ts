/** How long one kind of attempt is made to wait; times in milliseconds. */
export interface ThrottlePolicy {
  /** Failures that cost nothing: everybody mistypes. */
  readonly free: number
  /** The wait after the first failure beyond those; it doubles with each further one. */
  readonly first: number
  /** The longest wait. Never more than a person accepts: a throttle delays, it never locks out. */
  readonly cap: number
  /** After so long without a failure all is forgotten. */
  readonly forgetAfter: number
}

/** Passwords tried for one account. */
export const perAccount: ThrottlePolicy = { free: 3, first: 500, cap: 4_000, forgetAfter: 15 * 60_000 }

/** Attempts from one network address: a council's thirty members share one, so that more are free and the cap is lower. */
export const perAddress: ThrottlePolicy = { free: 30, first: 250, cap: 2_000, forgetAfter: 15 * 60_000 }

/** Codes tried for one account; only who knows the password comes so far, so that these also wait for each other. */
export const perCode: ThrottlePolicy = { free: 3, first: 1_000, cap: 5_000, forgetAfter: 60 * 60_000 }

/** The wait in milliseconds before an attempt that follows `failures` failed ones; 0 to the cap. */
export function delayAfter(failures: number, policy: ThrottlePolicy): number {
  const counted = failures - policy.free
  if (counted <= 0) return 0
  return Math.min(policy.cap, policy.first * 2 ** Math.min(counted - 1, 30))
}

/** How many failures count before an attempt at `now`, in milliseconds since 1970: none once they are forgotten. */
export function remembered(failures: number, lastAt: number, now: number, policy: ThrottlePolicy): number {
  return now - lastAt > policy.forgetAfter ? 0 : failures
}
