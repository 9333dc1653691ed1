import type { QType } from '../message.ts';
import type { Name } from '../name.ts';
import type { RRset } from '../record.ts';
import type { Fault } from './fault.ts';
import type { Unsupported } from './validation.ts';

/** What a resolver that validates does and finds, step by step. */
export type CheckSays =
  | { readonly kind: 'find-ds'; readonly zone: Name; readonly parent: Name }
  | { readonly kind: 'no-cut'; readonly name: Name; readonly zone: Name }
  | { readonly kind: 'unsigned-cut'; readonly zone: Name; readonly parent: Name }
  | {
      readonly kind: 'find-keys';
      readonly zone: Name;
      /** None for a trust anchor. */
      readonly parent: Name | undefined;
      readonly tags: readonly number[];
    }
  | { readonly kind: 'keys'; readonly zone: Name; readonly tag: number }
  | { readonly kind: 'unsupported'; readonly zone: Name; readonly because: Unsupported }
  | {
      readonly kind: 'signed';
      readonly set: RRset;
      readonly zone: Name;
      readonly tag: number;
      readonly source: Name | undefined;
    }
  | {
      readonly kind: 'denied';
      readonly qname: Name;
      readonly qtype: QType;
      readonly what: 'nodata' | 'nxdomain';
      readonly zone: Name;
      readonly tag: number;
    }
  | { readonly kind: 'retry'; readonly fault: Fault }
  | { readonly kind: 'bogus'; readonly fault: Fault };
