/**
 * Captions and picture credits: "사진=파주시 제공", "▲ 협약식에서 악수하는 두 시장. 사진=파주시", "[사진 제공=효산의료원]".
 *
 * A ▲ alone is no caption: lists of people's doings (동정, 부고) begin with it too. But what somebody is doing (…하고 있다.) is seen in a picture.
 */
const CREDIT =
  /^[([<【]?\s{0,2}(?:사진|자료\s?사진|자료|그래픽|이미지|영상)\s{0,2}(?:제공|설명|출처|캡처)?\s{0,2}(?:[=│|/:]|제공\s)/;
const PICTURE_MARK = /^[▲△▶◀▼↑↓]\s{0,2}/;
const PICTURE_EVIDENCE =
  /(?:사진\s{0,2}(?:[=/|│:]|제공|출처)|\[사진|\(사진|[/＝=]\s{0,2}사진|[ⓒ©]|제공[\])>.]{0,2}$|\([가-힣]{2,8}=[가-힣A-Za-z0-9]{2,12}\)$|고 있다\.$|^▲[^.]{10,}고 있다\.\s|(?:모습|장면|기념\s?촬영)[.\])]{0,2}$)/;
/** "[해솔해경 제공. 재판매 및 DB 금지]", "택시에서 내리는 주민들. 산들군 제공". */
const PROVIDED = /^[[(][^\])]{2,40}제공[^\])]{0,30}[\])]$|(?:^|[.]\s)[가-힣A-Za-z0-9·]{2,15}\s제공$/;
const LONGEST_PROVIDED = 120;
const LONGEST = 300;

export function isCaption(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (CREDIT.test(line) || (line.length <= LONGEST_PROVIDED && PROVIDED.test(line))) return true;
  return PICTURE_MARK.test(line) && PICTURE_EVIDENCE.test(line);
}
