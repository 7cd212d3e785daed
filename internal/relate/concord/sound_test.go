package concord

import "testing"

// A name has one sound in the three alphabets; another name has another.
func TestSound(t *testing.T) {
	names := [][3]string{ // Azerbaijani, Russian, English
		{"Heydər", "Гейдар", "Heydar"},
		{"Bakı", "Баку", "Baku"},
		{"Əliyev", "Алиев", "Aliyev"},
		{"Naxçıvan", "Нахчыван", "Nakhchivan"},
		{"Gəncə", "Гянджа", "Ganja"},
		{"Qarabağ", "Карабах", "Karabakh"},
		{"Xocalı", "Ходжалы", "Khojaly"},
		{"Cəbrayıl", "Джебраил", "Jabrayil"},
		{"Füzuli", "Физули", "Fuzuli"},
		{"Şuşa", "Шуша", "Shusha"},
		{"Lənkəran", "Ленкорань", "Lankaran"},
		{"Minsk", "Минск", "Minsk"},
		{"Tehran", "Тегеран", "Tehran"},
	}
	for i, n := range names {
		az, ru, en := soundOf(n[0], "az"), soundOf(n[1], "ru"), soundOf(n[2], "en")
		if !az.same(ru) || !ru.same(en) || !en.same(az) {
			t.Errorf("%v: %v, %v, %v", n, az, ru, en)
		}
		for _, other := range names[i+1:] {
			if az.same(soundOf(other[1], "ru")) || az.same(soundOf(other[2], "en")) {
				t.Errorf("%s is heard like %v", n[0], other)
			}
		}
	}
}
