/** What a registrar or a registry sets and takes away, spelled as in EPP. RFC 5731 §2.3. */
export const PROHIBITIONS = [
  'clientTransferProhibited',
  'clientUpdateProhibited',
  'clientDeleteProhibited',
  'clientRenewProhibited',
  'serverTransferProhibited',
  'serverUpdateProhibited',
  'serverDeleteProhibited',
  'serverRenewProhibited',
] as const;
export type Prohibition = (typeof PROHIBITIONS)[number];

/** Times that a registry counts, by the status it shows meanwhile. RFC 3915 §3.1; `pendingDelete` alone: RFC 5731 §2.3. */
export const PERIODS = [
  'addPeriod',
  'autoRenewPeriod',
  'renewPeriod',
  'transferPeriod',
  'redemptionPeriod',
  'pendingDelete',
] as const;
export type Period = (typeof PERIODS)[number];

/** Every status that a registration here can show. RFC 5731 §2.3, RFC 3915 §3.1. */
export type DomainStatus =
  | Prohibition
  | Period
  | 'ok'
  | 'inactive'
  | 'clientHold'
  | 'serverHold'
  | 'pendingTransfer'
  | 'pendingUpdate';
