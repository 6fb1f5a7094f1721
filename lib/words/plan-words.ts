const rhythms: Record<string, string> = {
  weekly: "every week",
  biweekly: "every 2 weeks",
  monthly: "every month",
};

/**
 * The shopper's plan in words, from Sezzle's `financing_option`: "4 payments, every 2 weeks". Sezzle documents three
 * codes and says that others may come: an unknown one is shown as it is.
 */
export function planWords(financingOption: string): string {
  const match = /^(\d+)-pay-([a-z]+)$/.exec(financingOption);
  const rhythm = match?.[2] ? rhythms[match[2]] : undefined;
  return match && rhythm ? `${match[1]} payments, ${rhythm}` : `plan ${financingOption}`;
}
