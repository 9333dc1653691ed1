/** What a page says, and with which status. */
export interface Shown {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** The browser of somebody who installs the app: it keeps the program's cookie, and follows addresses one at a time. */
export function browser() {
  let cookie: string | undefined;

  /** Opens the program's page that leads to Slack; where it leads. */
  async function begin(program: string): Promise<string> {
    const response = await fetch(`${program}/slack/install`, { redirect: 'manual' });
    [cookie] = response.headers.get('set-cookie')?.split(';') ?? [];
    const address = response.headers.get('location');
    if (address === null || cookie === undefined) throw new Error(`led nowhere: ${response.status}`);
    return address;
  }

  /** Decides on Slack's page; where that leads back to. */
  async function decide(address: string, team: string, decision: 'allow' | 'cancel' = 'allow'): Promise<string> {
    const asked = await fetch(address);
    if (asked.status !== 200) throw new Error(`Slack refuses to ask: ${await asked.text()}`);
    const body = new URLSearchParams({ team, decision });
    const { headers } = await fetch(address, { method: 'POST', body, redirect: 'manual' });
    return headers.get('location') ?? '';
  }

  async function comeBack(address: string): Promise<Shown> {
    const response = await fetch(address, { headers: cookie === undefined ? {} : { cookie }, redirect: 'manual' });
    if (response.headers.get('set-cookie')?.includes('1970')) cookie = undefined;
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  return {
    ...{ begin, decide, comeBack },
    /** As it goes when nothing is in the way. */
    install: async (program: string, team: string): Promise<Shown> =>
      comeBack(await decide(await begin(program), team)),
    cookie: () => cookie,
    /** Takes a cookie over from somewhere. */
    adopt(other: string | undefined) {
      cookie = other;
    },
  };
}
