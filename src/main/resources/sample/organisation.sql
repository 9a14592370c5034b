-- Sample data: nobody of these exists. The family name "Mẫu" means "sample".
insert into unit (code, name, kind, parent, email, field) values
    ('thanhPho', 'UBND thành phố Mẫu', 'SUPERIOR', null, 'ubnd@thanhpho.mau.example', null),
    ('noiVuThanhPho', 'Phòng Nội vụ thành phố Mẫu', 'SUPERIOR', 'thanhPho', 'noivu@thanhpho.mau.example', null),
    ('ubnd', 'UBND phường Mẫu', 'COMMITTEE', 'thanhPho', 'ubnd@phuong.mau.example', null),
    ('vanPhong', 'Văn phòng HĐND và UBND phường', 'OFFICE', 'ubnd', 'vanphong@phuong.mau.example', 'VHXH'),
    ('vanHoaXaHoi', 'Phòng Văn hóa - Xã hội', 'DEPARTMENT', 'ubnd', 'vhxh@phuong.mau.example', 'VHXH'),
    ('kinhTeHaTang', 'Phòng Kinh tế - Hạ tầng - Đô thị', 'DEPARTMENT', 'ubnd', 'kthtdt@phuong.mau.example', 'KTHT'),
    ('khuPho1', 'Khu phố 1', 'HAMLET', 'ubnd', 'khupho1@phuong.mau.example', 'VHXH'),
    ('khuPho2', 'Khu phố 2', 'HAMLET', 'ubnd', 'khupho2@phuong.mau.example', 'VHXH'),
    ('khuPho3', 'Khu phố 3', 'HAMLET', 'ubnd', 'khupho3@phuong.mau.example', 'KTHT'),
    ('khuPho4', 'Khu phố 4', 'HAMLET', 'ubnd', 'khupho4@phuong.mau.example', 'KTHT'),
    ('dangUy', 'Đảng ủy phường', 'PARTY', null, 'danguy@phuong.mau.example', null),
    ('hdnd', 'Thường trực HĐND phường', 'COUNCIL', null, 'hdnd@phuong.mau.example', null),
    ('mttq', 'Ủy ban MTTQ Việt Nam phường', 'FRONT', null, 'mttq@phuong.mau.example', null),
    ('phuNu', 'Hội Liên hiệp Phụ nữ phường', 'ORGANISATION', 'mttq', 'phunu@phuong.mau.example', null),
    ('doanThanhNien', 'Đoàn Thanh niên phường', 'ORGANISATION', 'mttq', 'doan@phuong.mau.example', null),
    ('cuuChienBinh', 'Hội Cựu chiến binh phường', 'ORGANISATION', 'mttq', null, null);

insert into unit_group (code, name, kinds) values
    ('cacPhong', 'Các phòng chuyên môn', '{DEPARTMENT}'),
    ('cacKhuPho', 'Các khu phố', '{HAMLET}'),
    ('cacDoanThe', 'Các đoàn thể', '{ORGANISATION}');

insert into official (login, name, unit, position, title, email, field, signature_block) values
    ('chutich', 'Mẫu Văn An', 'ubnd', 'CHAIR', 'Chủ tịch UBND phường', 'chutich@phuong.mau.example', null,
        E'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'),
    ('phochutich1', 'Mẫu Thị Bình', 'ubnd', 'VICE_CHAIR', 'Phó Chủ tịch UBND phường', 'phochutich1@phuong.mau.example', 'VHXH',
        E'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH'),
    ('phochutich2', 'Mẫu Văn Chính', 'ubnd', 'VICE_CHAIR', 'Phó Chủ tịch UBND phường', 'phochutich2@phuong.mau.example', 'KTHT',
        E'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH'),
    ('chanhvanphong', 'Mẫu Văn Dũng', 'vanPhong', 'OFFICE_HEAD', 'Chánh Văn phòng', 'chanhvanphong@phuong.mau.example', null,
        E'TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG'),
    ('vanthu', 'Mẫu Thị Giang', 'vanPhong', 'CLERK', 'Văn thư', 'vanthu@phuong.mau.example', null, null),
    ('chuyenvien', 'Mẫu Thị Hoa', 'vanPhong', 'OFFICE_STAFF', 'Chuyên viên Văn phòng', 'chuyenvien@phuong.mau.example', null, null),
    ('truongvhxh', 'Mẫu Văn Khánh', 'vanHoaXaHoi', 'UNIT_HEAD', 'Trưởng phòng', 'truongvhxh@phuong.mau.example', null, 'TRƯỞNG PHÒNG'),
    ('cbvhxh', 'Mẫu Thị Lan', 'vanHoaXaHoi', 'STAFF', 'Chuyên viên', 'cbvhxh@phuong.mau.example', null, null),
    ('truongktht', 'Mẫu Văn Minh', 'kinhTeHaTang', 'UNIT_HEAD', 'Trưởng phòng', 'truongktht@phuong.mau.example', null, 'TRƯỞNG PHÒNG'),
    ('cbktht', 'Mẫu Thị Nga', 'kinhTeHaTang', 'STAFF', 'Chuyên viên', 'cbktht@phuong.mau.example', null, null),
    ('khupho1', 'Mẫu Văn Phú', 'khuPho1', 'UNIT_HEAD', 'Trưởng khu phố 1', 'truongkhupho1@phuong.mau.example', null, 'TRƯỞNG KHU PHỐ'),
    ('khupho2', 'Mẫu Thị Quyên', 'khuPho2', 'UNIT_HEAD', 'Trưởng khu phố 2', 'truongkhupho2@phuong.mau.example', null, 'TRƯỞNG KHU PHỐ'),
    ('khupho3', 'Mẫu Văn Sơn', 'khuPho3', 'UNIT_HEAD', 'Trưởng khu phố 3', 'truongkhupho3@phuong.mau.example', null, 'TRƯỞNG KHU PHỐ'),
    ('khupho4', 'Mẫu Thị Tâm', 'khuPho4', 'UNIT_HEAD', 'Trưởng khu phố 4', 'truongkhupho4@phuong.mau.example', null, 'TRƯỞNG KHU PHỐ'),
    ('danguy', 'Mẫu Văn Uy', 'dangUy', 'UNIT_HEAD', 'Văn phòng Đảng ủy', 'nguoidanguy@phuong.mau.example', null, null),
    ('hdnd', 'Mẫu Thị Vân', 'hdnd', 'UNIT_HEAD', 'Phó Chủ tịch HĐND', 'nguoihdnd@phuong.mau.example', null, null),
    ('mttq', 'Mẫu Văn Xuân', 'mttq', 'UNIT_HEAD', 'Chủ tịch MTTQ', 'nguoimttq@phuong.mau.example', null, null),
    ('phunu', 'Mẫu Thị Yến', 'phuNu', 'UNIT_HEAD', 'Chủ tịch Hội', 'nguoiphunu@phuong.mau.example', null, null),
    ('doanthanhnien', 'Mẫu Văn Bảo', 'doanThanhNien', 'UNIT_HEAD', 'Bí thư Đoàn', 'nguoidoan@phuong.mau.example', null, null),
    ('cuuchienbinh', 'Mẫu Văn Cường', 'cuuChienBinh', 'UNIT_HEAD', 'Chủ tịch Hội', 'nguoiccb@phuong.mau.example', null, null),
    ('noivu', 'Mẫu Thị Duyên', 'noiVuThanhPho', 'UNIT_HEAD', 'Trưởng phòng Nội vụ', 'nguoinoivu@thanhpho.mau.example', null, null),
    ('thanhpho', 'Mẫu Văn Giáp', 'thanhPho', 'STAFF', 'Văn thư thành phố', 'nguoithanhpho@thanhpho.mau.example', null, null),
    ('quantri', 'Mẫu Văn Hải', 'vanPhong', 'ADMINISTRATOR', 'Quản trị hệ thống', 'quantri@phuong.mau.example', null, null);

insert into calendar_day (day, kind, name, source) values
    ('2023-01-02', 'COMPENSATORY', 'Nghỉ bù Tết Dương lịch', 'Bộ luật Lao động, Điều 111, 112'),
    ('2023-01-20', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112'),
    ('2023-01-23', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112'),
    ('2023-01-24', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112'),
    ('2023-01-25', 'COMPENSATORY', 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động, Điều 111, 112'),
    ('2023-01-26', 'COMPENSATORY', 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động, Điều 111, 112'),
    ('2023-04-29', 'HOLIDAY', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động, Điều 112'),
    ('2023-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'Bộ luật Lao động, Điều 112'),
    ('2023-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'Bộ luật Lao động, Điều 112'),
    ('2023-05-02', 'COMPENSATORY', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động, Điều 111, 112'),
    ('2023-05-03', 'COMPENSATORY', 'Nghỉ bù Ngày Chiến thắng', 'Bộ luật Lao động, Điều 111, 112'),
    ('2023-09-01', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112'),
    ('2023-09-02', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112'),
    ('2023-09-04', 'COMPENSATORY', 'Nghỉ bù Quốc khánh', 'Bộ luật Lao động, Điều 111, 112'),
    ('2024-01-01', 'HOLIDAY', 'Tết Dương lịch', 'Bộ luật Lao động, Điều 112'),
    ('2024-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'Bộ luật Lao động, Điều 112'),
    ('2024-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'Bộ luật Lao động, Điều 112'),
    ('2024-09-02', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112'),
    ('2025-01-01', 'HOLIDAY', 'Tết Dương lịch', 'Bộ luật Lao động, Điều 112'),
    ('2025-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'Bộ luật Lao động, Điều 112'),
    ('2025-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'Bộ luật Lao động, Điều 112'),
    ('2025-09-02', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112'),
    ('2026-01-01', 'HOLIDAY', 'Tết Dương lịch', 'Bộ luật Lao động, Điều 112'),
    ('2026-02-16', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112'),
    ('2026-02-17', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112'),
    ('2026-02-18', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112'),
    ('2026-02-19', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112'),
    ('2026-02-20', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112'),
    ('2026-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'Bộ luật Lao động, Điều 112'),
    ('2026-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'Bộ luật Lao động, Điều 112'),
    ('2026-08-22', 'SWAPPED_WORKING', 'Làm bù', 'Phương án nghỉ Quốc khánh năm 2026'),
    ('2026-08-31', 'SWAPPED_OFF', 'Nghỉ hoán đổi', 'Phương án nghỉ Quốc khánh năm 2026'),
    ('2026-09-01', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112'),
    ('2026-09-02', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112'),
    ('2027-01-01', 'HOLIDAY', 'Tết Dương lịch', 'Bộ luật Lao động, Điều 112'),
    ('2027-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'Bộ luật Lao động, Điều 112'),
    ('2027-09-02', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112');

-- Probable days that nobody here has looked up: they do not count until an administrator confirms them.
insert into calendar_day (day, kind, name, source, proposed) values
    ('2024-02-08', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2024-02-09', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2024-02-10', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2024-02-11', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2024-02-12', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2024-02-13', 'COMPENSATORY', 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động, Điều 111, 112', true),
    ('2024-02-14', 'COMPENSATORY', 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động, Điều 111, 112', true),
    ('2024-04-18', 'HOLIDAY', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động, Điều 112', true),
    ('2024-09-03', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112', true),
    ('2025-01-27', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2025-01-28', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2025-01-29', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2025-01-30', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2025-01-31', 'HOLIDAY', 'Tết Nguyên đán', 'Bộ luật Lao động, Điều 112', true),
    ('2025-04-07', 'HOLIDAY', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động, Điều 112', true),
    ('2025-09-01', 'HOLIDAY', 'Quốc khánh', 'Bộ luật Lao động, Điều 112', true),
    ('2026-04-26', 'HOLIDAY', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động, Điều 112', true),
    ('2026-04-27', 'COMPENSATORY', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động, Điều 111, 112', true);

-- A sample scheme in our own words, no authority's: its shape (10 + 90 points, one year each) is that of real ones.
insert into scoring_scheme (code, year, name, source)
select 'MAU-' || year, year, 'Bộ tiêu chí mẫu năm ' || year || ' về thực hiện dân chủ ở cơ sở', 'Dữ liệu mẫu, không phải văn bản của cơ quan nào'
from unnest(array[2023, 2026, 2027]) as year;

insert into criterion (scheme, number, group_name, text, points, evidence, knock_out)
select code, number, group_name, text, points, evidence, knock_out
from scoring_scheme cross join (values
    (1, 'A. Lãnh đạo, chỉ đạo', 'Có kế hoạch của đơn vị và phân công người theo dõi ngay trong quý I', 4, true, false),
    (2, 'A. Lãnh đạo, chỉ đạo', 'Quán triệt kế hoạch đến toàn thể cán bộ, nhân dân trong đơn vị', 3, false, false),
    (3, 'A. Lãnh đạo, chỉ đạo', 'Báo cáo định kỳ đủ nội dung và đúng hạn', 3, false, false),
    (4, 'B. Kết quả thực hiện', 'Công khai đủ nội dung, đúng hình thức, đúng thời gian', 15, true, false),
    (5, 'B. Kết quả thực hiện', 'Việc phải đưa ra nhân dân bàn và quyết định đều đã được bàn, có biên bản', 12, true, false),
    (6, 'B. Kết quả thực hiện', 'Lấy ý kiến nhân dân trước khi quyết định, có tổng hợp và phản hồi', 12, true, false),
    (7, 'B. Kết quả thực hiện', 'Tạo điều kiện để nhân dân kiểm tra, giám sát; kiến nghị được trả lời', 12, false, false),
    (8, 'B. Kết quả thực hiện', 'Tổ chức đối thoại ít nhất một lần trong năm, có thông báo kết luận', 10, true, false),
    (9, 'B. Kết quả thực hiện', 'Tiếp nhận, giải quyết thủ tục và đơn thư đúng hạn', 12, false, false),
    (10, 'B. Kết quả thực hiện', 'Có mô hình hoặc cách làm mới được nhân dân ghi nhận', 7, true, false),
    (11, 'B. Kết quả thực hiện', 'Không để xảy ra vi phạm quyền làm chủ của nhân dân đến mức bị xử lý', 10, false, true)
) as sample (number, group_name, text, points, evidence, knock_out);
