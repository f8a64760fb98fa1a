/** Heroku's own: a pool of requests for an account that fills evenly over the hour. */
export function rateLimit({ perHour, now }) {
  let left = perHour;
  let filledAt = now();
  return {
    /** @returns {{ remaining: number, retryAfter?: number }} seconds to wait where nothing is left */
    take() {
      const at = now();
      left = Math.min(perHour, left + ((at - filledAt) * perHour) / 3_600_000);
      filledAt = at;
      if (left < 1) return { remaining: 0, retryAfter: Math.ceil(((1 - left) * 3_600) / perHour) };
      left -= 1;
      return { remaining: Math.floor(left) };
    },
  };
}
