export type {
  Fact,
  FactKind,
  FactSource,
  FactValue,
  FactValues,
  NewFact,
  TopicMinutes,
  Voucher,
  VouchingMethod,
} from './domain/fact.js';
