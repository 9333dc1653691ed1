import { ipv4Octets, ipv6Octets } from '../dns/address.ts';
import type { Rdata } from '../dns/record.ts';
import { webAddress } from '../world/addresses.ts';
import type { Teller } from './telling.ts';

/** Gives documentation addresses (RFC 5737, RFC 3849) for real ones: always the same for the same. */
export interface StandIns {
  /** The address that stands for another; itself where that is nobody's, as 10.0.0.1. */
  of(address: string): string;
  /** One that stands for none that is known. */
  next(): string;
  /** The data with every address in it replaced: of A and AAAA, in SPF's `ip4:`, and in the hints of HTTPS and SVCB. */
  in(rdata: Rdata): Rdata;
}

/**
 * @param fixed addresses that are given already, as those of name servers
 * @param taken addresses that stand for themselves somewhere, so that none else may have them
 */
export function standIns(fixed: ReadonlyMap<string, string>, taken: ReadonlySet<string>, teller: Teller): StandIns {
  const given = new Map(fixed);
  const used = new Set([...taken, ...given.values()]);
  const webs = Array.from({ length: 200 }, (_, place) => webAddress(place));
  const fresh = (isIpv6: boolean): string => {
    const web = isIpv6 ? undefined : webs.find((each) => !used.has(each));
    // Where all are taken the last one has to stand for several.
    return web ?? (isIpv6 ? `2001:db8:80::${(used.size + 1).toString(16)}` : webAddress(199));
  };
  const of = (address: string): string => {
    const key = address.toLowerCase();
    const found = given.get(key) ?? (isNobodys(key) ? address : undefined);
    if (found !== undefined) return found;
    const standIn = fresh(key.includes(':'));
    given.set(key, standIn);
    used.add(standIn);
    teller.standsFor(`${standIn} stands for ${address}`);
    return standIn;
  };
  const next = (): string => {
    const standIn = fresh(false);
    used.add(standIn);
    return standIn;
  };
  return { of, next, in: (rdata) => replaced(rdata, of) };
}

function replaced(rdata: Rdata, of: (address: string) => string): Rdata {
  switch (rdata.type) {
    case 'A':
    case 'AAAA':
      return { ...rdata, address: of(rdata.address) };
    case 'TXT':
    case 'SPF':
      return {
        ...rdata,
        strings: rdata.strings.map((text) =>
          text.replaceAll(/(?<=\bip[46]:)[0-9a-f.:]+/gi, (each) => (isAddress(each) ? of(each) : each)),
        ),
      };
    case 'HTTPS':
    case 'SVCB':
      return {
        ...rdata,
        params: rdata.params.map((param) =>
          param.replaceAll(/(?<=^ipv[46]hint=.*)[0-9a-f.:]{3,}/gi, (each) => (isAddress(each) ? of(each) : each)),
        ),
      };
    default:
      return rdata;
  }
}

const isAddress = (text: string): boolean => ipv4Octets(text) !== undefined || ipv6Octets(text) !== undefined;

/** Addresses that are no machine's on the Internet: for documentation, private, of the machine itself or its link. */
export function isNobodys(address: string): boolean {
  const v4 = ipv4Octets(address);
  if (!v4) return /^(?:2001:0?db8:|f[cd]|fe80:|::1?$)/i.test(address);
  const [a = 0, b = 0, c = 0] = v4;
  const documentation = [
    [192, 0, 2],
    [198, 51, 100],
    [203, 0, 113],
  ].some((net) => net.join() === [a, b, c].join());
  const isPrivate =
    a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254);
  return documentation || isPrivate || a === 127 || a === 0;
}
