interface Money {
  readonly amount: number;
  readonly currency: string;
  readonly per?: 'hour' | 'month' | 'year' | undefined;
}

/** '500 USD a month'. Digits are grouped so that they read the same in every place. */
export function describeMoney(money: Money): string {
  const [whole = '0', fraction] = String(money.amount).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const amount = fraction === undefined ? grouped : `${grouped}.${fraction.padEnd(2, '0')}`;
  const per = money.per === undefined ? '' : ` ${money.per === 'hour' ? 'an' : 'a'} ${money.per}`;
  return `${amount} ${money.currency}${per}`;
}
