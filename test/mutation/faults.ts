/** A single fault to plant in the program: `from` stands once in the file and becomes `to`. */
export interface Fault {
  /** What is wrong then, in a few words. */
  readonly says: string;
  /** Below `src/`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The folders of tests, below `test/`, of which one must fail. */
  readonly tests: readonly string[];
}

/** The code with the fault in it; throws when the place is not there, or there twice. */
export function plant({ says, file, from, to }: Fault, code: string): string {
  const parts = code.split(from);
  if (parts.length !== 2)
    throw new Error(`${says}: “${from}” stands ${parts.length - 1} times in src/${file}, not once`);
  return parts.join(to);
}

export const FAULTS: readonly Fault[] = [
  {
    says: 'the parent side of a cut refers for its DS',
    file: 'dns/zone/lookup.ts',
    from: "qtype === 'DS' && at === qname",
    to: "qtype === 'TLSA' && at === qname",
    tests: ['dns/zone'],
  },
  {
    says: 'a DNAME counts at its own name',
    file: 'dns/zone/lookup.ts',
    from: 'if (at !== qname && node?.DNAME)',
    to: 'if (node?.DNAME)',
    tests: ['dns/zone'],
  },
  {
    says: 'the lowest cut wins, not the topmost',
    file: 'dns/zone/lookup.ts',
    from: "stop = { kind: 'referral', cut: node.NS };",
    to: "stop ??= { kind: 'referral', cut: node.NS };",
    tests: ['dns/zone'],
  },
  {
    says: 'the apex counts as a cut',
    file: 'dns/zone/lookup.ts',
    from: 'node?.NS && at !== zone.origin && !parentAnswers',
    to: 'node?.NS && !parentAnswers',
    tests: ['dns/zone'],
  },
  {
    says: 'an empty non-terminal does not exist',
    file: 'dns/zone/lookup.ts',
    from: '  if (node) return inNode(zone, node, qtype);',
    to: '  if (node && Object.keys(node).length > 0) return inNode(zone, node, qtype);',
    tests: ['dns/zone'],
  },
  {
    says: 'a wildcard reaches past names that exist',
    file: 'dns/zone/lookup.ts',
    from: 'const source = wildcardBelow(closestEncloser(zone, qname));',
    to: 'const source = wildcardBelow(zone.nodes.has(wildcardBelow(zone.origin)) ? zone.origin : closestEncloser(zone, qname));',
    tests: ['dns/zone'],
  },
  {
    says: 'what a wildcard makes keeps the wildcard’s name',
    file: 'dns/zone/lookup.ts',
    from: 'rrsets: found.rrsets.map((set) => ({ ...set, owner })), source',
    to: 'rrsets: found.rrsets, source',
    tests: ['dns/zone'],
  },
  {
    says: 'an alias is not followed for other types',
    file: 'dns/zone/lookup.ts',
    from: "if (node.CNAME) return { kind: 'cname', rrset: node.CNAME };",
    to: "if (node.CNAME && qtype === 'A') return { kind: 'cname', rrset: node.CNAME };",
    tests: ['dns/zone'],
  },
  {
    says: 'a negative answer lives as long as the SOA',
    file: 'dns/zone/name-server.ts',
    from: 'ttl: Math.min(soa.ttl, soa.rdata[0]?.minimum ?? soa.ttl)',
    to: 'ttl: soa.ttl',
    tests: ['dns/zone'],
  },
  {
    says: 'the code after aliases is that of the first name',
    file: 'dns/zone/name-server.ts',
    from: "if (found.kind === 'nxdomain') draft.rcode = 'NXDOMAIN';",
    to: "if (found.kind === 'nxdomain' && draft.answer.length === 0) draft.rcode = 'NXDOMAIN';",
    tests: ['dns/zone'],
  },
  {
    says: 'AA is set in referrals',
    file: 'dns/zone/name-server.ts',
    from: 'if (draft.answer.length === 0) draft.aa = false;',
    to: 'if (draft.answer.length > 0) draft.aa = false;',
    tests: ['dns/zone'],
  },
  {
    says: 'a DNAME that overflows is just left',
    file: 'dns/zone/name-server.ts',
    from: "draft.rcode = 'YXDOMAIN';",
    to: "draft.rcode = 'NOERROR';",
    tests: ['dns/zone'],
  },
  {
    says: 'who asks for a CNAME is led past the one a DNAME makes',
    file: 'dns/zone/name-server.ts',
    from: "return question.qtype === 'CNAME' ? undefined : alias.rdata[0]?.target;",
    to: 'return alias.rdata[0]?.target;',
    tests: ['dns/zone'],
  },
  {
    says: 'glue is not found below the cut',
    file: 'dns/zone/name-server.ts',
    from: "const glue = found.kind === 'referral' ? rrsetAt(zone, host, type) : undefined;",
    to: 'const glue = undefined;',
    tests: ['dns/zone'],
  },
  {
    says: 'DS is asked of the child where both are served',
    file: 'dns/zone/name-server.ts',
    from: "if (qtype !== 'DS' || nearest?.origin !== qname || above === undefined) return nearest;",
    to: "if (qtype === 'DS' || nearest?.origin !== qname || above === undefined) return nearest;",
    tests: ['dns/zone'],
  },
  {
    says: 'mail servers bring no addresses along',
    file: 'dns/zone/name-server.ts',
    from: '      return rdata.exchange;',
    to: '      return undefined;',
    tests: ['dns/zone'],
  },
  {
    says: 'a server is believed about other zones',
    file: 'dns/resolver/classify.ts',
    from: 'response.answer.filter(({ owner }) => isAtOrBelow(owner, zone)),',
    to: 'response.answer,',
    tests: ['dns/resolver'],
  },
  {
    says: 'any question will do in a response',
    file: 'dns/resolver/classify.ts',
    from: "if (!sameQuestion(response.question, question)) return unusable('wrong-question');",
    to: '',
    tests: ['dns/resolver'],
  },
  {
    says: 'a referral upwards is followed',
    file: 'dns/resolver/classify.ts',
    from: "if (ns && isBelow(zone, ns.owner)) return unusable('upward-referral');",
    to: '',
    tests: ['dns/resolver'],
  },
  {
    says: 'a referral to the same zone is followed',
    file: 'dns/resolver/classify.ts',
    from: "if (ns.owner === zone) return unusable('not-authoritative');",
    to: '',
    tests: ['dns/resolver'],
  },
  {
    says: 'glue is believed of any name',
    file: 'dns/resolver/classify.ts',
    from: 'hosts.has(owner) && (!hardenGlue || isAtOrBelow(owner, zone))',
    to: 'hosts.has(owner)',
    tests: ['dns/resolver'],
  },
  {
    says: 'what came along is given as an answer',
    file: 'dns/resolver/cache.ts',
    from: "entry?.kind !== 'rrset' || cameAlong(entry.rank) ||",
    to: "entry?.kind !== 'rrset' ||",
    tests: ['dns/resolver'],
  },
  {
    says: 'what has run out lives on for ever',
    file: 'dns/resolver/cache.ts',
    from: 'return entry && entry.until > now ? entry : undefined;',
    to: 'return entry;',
    tests: ['dns/resolver'],
  },
  {
    says: 'TTLs do not count down',
    file: 'dns/resolver/cache.ts',
    from: 'Math.ceil((until - now) / SECOND)',
    to: 'Math.ceil((until - now) / SECOND) + 1',
    tests: ['dns/resolver'],
  },
  {
    says: 'what is believed less replaces what is believed more',
    file: 'dns/resolver/cache-draft.ts',
    from: 'RANKS.indexOf(old.rank) > RANKS.indexOf(rank)',
    to: 'RANKS.indexOf(old.rank) < 0',
    tests: ['dns/resolver'],
  },
  {
    says: 'TTL 0 is remembered',
    file: 'dns/resolver/cache-draft.ts',
    from: 'if (entry.until <= entry.since) return;',
    to: 'if (entry.until < entry.since) return;',
    tests: ['dns/resolver'],
  },
  {
    says: 'a DS is asked of the child',
    file: 'dns/resolver/descend.ts',
    from: "question.qtype === 'DS' ? above(question.qname) : question.qname",
    to: 'question.qname',
    tests: ['dns/resolver'],
  },
  {
    says: 'the parent is never asked again',
    file: 'dns/resolver/descend.ts',
    from: 'if (!job.config.askParentAgain || !remembered || zone === ROOT) return undefined;',
    to: 'return undefined;',
    tests: ['dns/resolver'],
  },
  {
    says: 'a zone keeps its own delegation alive',
    file: 'dns/resolver/delegation.ts',
    from: '(parents && own && own.since >= parents.since)',
    to: 'own !== undefined',
    tests: ['dns/resolver'],
  },
  {
    says: 'a negative answer is kept for the SOA’s TTL',
    file: 'dns/resolver/remember.ts',
    from: 'Math.min(soa.ttl, soa.rdata[0]?.minimum ?? 0, config.maxNegativeTtl)',
    to: 'Math.min(soa.ttl, config.maxNegativeTtl)',
    tests: ['dns/resolver'],
  },
];
