/** A text of any language where English has one: the same places, the same arguments. */
export type Translated<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => infer Said
    ? (...given: Given) => Translated<Said>
    : { readonly [Key in keyof Text]: Translated<Text[Key]> };
