// Package register reads what a register of law says of the amendments of an act that
// it consolidated: endnotes («5 may 2020-ci il tarixli 100-VIQD nömrəli Qanun ilə “çay”
// sözü “su” sözü ilə əvəz edilmişdir») and remarks («(В редакции Федерального закона от
// 05.05.2020 № 100-ФЗ)»), which readers keep as notes of the provisions they stand at.
//
// A fact is what the register says and nothing more: whether the words that it names
// stand in the text, and whether the amendment was made so, it cannot tell.
package register
