// Package exchange decides what of another copy's record is taken into one's own.
//
// A file that is handed round can hold anything that its sender liked to write, in
// anybody's name. What is about other texts is refused, and so is what a member who
// signs did not sign. What says who the members are is held to more, since everything
// else rests on it:
//
//   - A copy trusts the keys of the chairs that were entered in it, and those that
//     someone decided on. What such a chair signed about members is taken, and the keys
//     of chairs enrolled in that way are trusted in turn.
//   - A member may replace the own key by signing with it, and lay down a role.
//   - Anything else that makes a chair, gives a key to a name that is here, or changes
//     what the record has of someone who signs is a [Question]: it is told, nothing is
//     taken in, and somebody decides.
//   - A record without members is founded by the first file that is taken in. Its chairs
//     are told; their keys are not trusted before someone decides so.
//
// What is taken in depends on the files and the decisions, not on their order. A key
// that was replaced still signs marks that were written without knowledge of that, and
// they are told; it no longer makes members.
package exchange
