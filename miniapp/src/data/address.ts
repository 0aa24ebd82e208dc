type Filled = { path: string; rest: Record<string, unknown> };

/** Puts input fields into the `:name` places of a path; what is left travels as query or body. */
export function fillPath(path: string, input: Readonly<Record<string, unknown>>): Filled {
  const rest = { ...input };
  const filled = path.replace(/:([A-Za-z]+)/g, (_place, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { path: filled, rest };
}

/** `?a=1&b=2`, or nothing; what is undefined is left out, a list repeats its name. */
export function queryText(fields: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((one) => one !== undefined && one !== null)
      .map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`),
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
