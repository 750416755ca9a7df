/* The stored documents, as far as the shapes read them. An absent value is an absent property. */

export interface IncidentDocument {
  _id: string;
  title: string;
  summary?: string;
  scope?: string;
  type: string;
  methods?: string[];
  outcome: string;
  count?: Quantity;
  date?: DateSpan;
  location?: string;
  locationPrecision?: string;
  publisherCount?: number;
  participants: { actor: string; role: string; status?: string }[];
  weapons?: { method: string; count?: Quantity; outcome: string; certain: boolean }[];
  casualties?: { kind: string; count: Quantity; group: string; severity: string; later?: string }[];
  links?: { type: string; incident: string }[];
}

export interface DateSpan {
  start?: string;
  end?: string;
  precision: string;
  edtf: string;
  original?: string;
}

export interface Quantity {
  min: number;
  max?: number;
  best?: number;
  original?: string;
}

export interface ActorDocument {
  _id: string;
  name: string;
  kind: string;
}

export interface LocationDocument {
  _id: string;
  name: string;
  kind: string;
  country?: string;
  point?: { coordinates: [longitude: number, latitude: number] };
}

export interface StatementDocument {
  _id: string;
  type: string;
  text: string;
  speaker?: string;
}

/** An article's quotes with what they are evidence of. */
export interface ArticleDocument {
  _id: string;
  spans: { key: string; quote: string; start: number }[];
}
