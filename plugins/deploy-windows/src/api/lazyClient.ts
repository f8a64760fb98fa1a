/** An API whose methods are loaded on the first call: their schemas stay out of the first chunk of the app. */
export function lazyClient<Api extends object>(
  // Written out by the caller, so that a method that is new in the API fails to compile instead of at a press of a button.
  methods: Readonly<Record<keyof Api, true>>,
  make: () => Promise<Api>,
): Api {
  let client: Promise<Api> | undefined;
  const load = () => {
    client ??= make().catch(error => {
      // A chunk that could not be fetched is asked for again on the next call.
      client = undefined;
      throw error;
    });
    return client;
  };
  const lazy =
    (name: keyof Api) =>
    async (...call: readonly unknown[]) => {
      const loaded = await load();
      const method = loaded[name] as (...given: readonly unknown[]) => Promise<unknown>;
      return method.apply(loaded, [...call]);
    };
  const entries = (Object.keys(methods) as (keyof Api)[]).map(name => [name, lazy(name)] as const);
  return Object.fromEntries(entries) as unknown as Api;
}
